/** Fingerprints are in so many tables, so that none takes long to grow. */
const TABLES = 256;
const SMALLEST = 2 ** 4;
/** Room for fingerprints at most, in all tables: 32 MB. */
const LARGEST = 2 ** 22;

/**
 * Counts different texts by fingerprints of 53 bits, in 16 bytes each at most: among a million, one pair in twenty thousand
 * counts would be taken for one. At nearly three millions it ceases to count.
 */
export class DistinctCount {
  count = 0;
  private readonly largest: number;
  private readonly tables = Array.from({ length: TABLES }, () => ({
    count: 0,
    slots: new Float64Array(SMALLEST) as Float64Array,
  }));

  /** With room for at most `room` fingerprints, of which seven tenths are used. */
  constructor(room = LARGEST) {
    this.largest = room / TABLES;
  }

  add(text: string): void {
    const print = fingerprint(text);
    const table = this.tables[print % TABLES]!;
    if (table.count > table.slots.length * 0.7) {
      if (table.slots.length >= this.largest) return;
      table.slots = grown(table.slots);
    }
    if (!put(table.slots, print)) return;
    table.count++;
    this.count++;
  }
}

function grown(slots: Float64Array): Float64Array {
  const larger = new Float64Array(slots.length * 2);
  for (const print of slots) if (print !== 0) put(larger, print);
  return larger;
}

/** Whether it was not there yet; 0 is an empty slot. */
function put(slots: Float64Array, print: number): boolean {
  // By other bits than those that chose the table.
  let at = Math.floor(print / TABLES) % slots.length;
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
