/** A small seeded source of numbers (the mulberry32 step): the same seed gives the same numbers on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** From 0 inclusive to 1 exclusive. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to `below` exclusive. */
  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** A whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number {
    return low + this.int(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)]!;
  }

  /** One of `[value, weight]` pairs, of which at least one weighs something. */
  weighted<T>(pairs: readonly (readonly [T, number])[]): T {
    let total = 0;
    for (const [, weight] of pairs) total += weight;
    let left = this.next() * total;
    for (const [value, weight] of pairs) {
      left -= weight;
      if (left < 0) return value;
    }
    return pairs.at(-1)![0];
  }

  /** A waiting time of that mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** How many events happen where `mean` are expected. */
  poisson(mean: number): number {
    let count = 0;
    for (let waited = this.exponential(1); waited < mean; waited += this.exponential(1)) count++;
    return count;
  }

  /** A rank from 0 to `size` exclusive; each rank about as often as 1 / (rank + 1), as names in mail are (Zipf). */
  zipf(size: number): number {
    return Math.min(size - 1, Math.floor((size + 1) ** this.next()) - 1);
  }
}
