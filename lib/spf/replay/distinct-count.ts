/** Room for fingerprints at most: 32 MB. */
const LARGEST = 2 ** 22;

/**
 * Counts different texts by fingerprints of 53 bits, in 16 bytes each at most: among a million, one pair in twenty thousand
 * counts would be taken for one. Beyond three millions it counts no more.
 */
export class DistinctCount {
  count = 0;
  private slots = new Float64Array(2 ** 12);

  add(text: string): void {
    if (this.count > this.slots.length * 0.7) {
      if (this.slots.length >= LARGEST) return;
      this.grow();
    }
    if (put(this.slots, fingerprint(text))) this.count++;
  }

  private grow(): void {
    const larger = new Float64Array(this.slots.length * 2);
    for (const print of this.slots) if (print !== 0) put(larger, print);
    this.slots = larger;
  }
}

/** Whether it was not there yet; 0 is an empty slot. */
function put(slots: Float64Array, print: number): boolean {
  let at = print % slots.length;
  while (slots[at] !== 0) {
    if (slots[at] === print) return false;
    at = (at + 1) % slots.length;
  }
  slots[at] = print;
  return true;
}

/** Two multiplicative hashes of 32 bits, as one number from 1 to 2^53. */
function fingerprint(text: string): number {
  let [low, high] = [0x9e3779b9, 0x85ebca6b];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
    low ^= low >>> 15;
    high ^= high >>> 13;
  }
  low = Math.imul(low ^ (high >>> 16), 0x85ebca77);
  high = Math.imul(high ^ (low >>> 13), 0xc2b2ae3d);
  return (high >>> 11) * 2 ** 32 + (low >>> 0) + 1;
}
