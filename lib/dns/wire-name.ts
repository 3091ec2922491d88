const DOT = 46;
const MAX_LABEL = 63;
const MAX_NAME = 255;
/** A name of 255 octets has at most 127 labels, so honest pointers never follow each other further. */
const MAX_HOPS = 127;

/** A name read from a message: null where a label holds a "." octet, which the joined form cannot tell from a join. */
export interface ReadName {
  name: string | null;
  /** Where the bytes after the name begin. */
  end: number;
}

/** A name with A–Z made small and every other octet as it is (RFC 4343), for comparing and as a key. */
export function foldName(name: string): string {
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name;
}

/** A name as length-prefixed labels (RFC 1035 section 3.1); null where no such name can exist: an empty label, one over 63 octets, over 255 in all, a character that is no octet. */
export function writeName(name: string): Uint8Array | null {
  if (name === "") return new Uint8Array(1);
  if (name.length + 2 > MAX_NAME) return null;
  const bytes = new Uint8Array(name.length + 2);
  let lengthAt = 0;
  for (let i = 0; i <= name.length; i++) {
    const code = i < name.length ? name.charCodeAt(i) : DOT;
    if (code > 255) return null;
    if (code !== DOT) {
      bytes[i + 1] = code;
      continue;
    }
    const length = i - lengthAt;
    if (length === 0 || length > MAX_LABEL) return null;
    bytes[lengthAt] = length;
    lengthAt = i + 1;
  }
  return bytes;
}

/**
 * Reads a name at an offset, following compression pointers backwards only (RFC 1035 section 4.1.4); null for bytes
 * that are no name. Total: each pointer leads before the one it came from, and labels end at 255 octets.
 */
export function readName(bytes: Uint8Array, from: number): ReadName | null {
  const labels: string[] = [];
  let [at, limit, end, octets, hops] = [from, from, -1, 1, 0];
  let dotted = false;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return null;
    if (length >= 0xc0) {
      const low = bytes[at + 1];
      const target = ((length & 0x3f) << 8) | (low ?? 0);
      if (low === undefined || target >= limit || ++hops > MAX_HOPS) return null;
      if (end < 0) end = at + 2;
      [at, limit] = [target, target];
      continue;
    }
    if (length === 0) return { name: dotted ? null : labels.join("."), end: end < 0 ? at + 1 : end };
    octets += length + 1;
    if (length > MAX_LABEL || octets > MAX_NAME || at + 1 + length > bytes.length) return null;
    const label = bytes.subarray(at + 1, at + 1 + length);
    dotted ||= label.includes(DOT);
    labels.push(String.fromCharCode(...label));
    at += 1 + length;
  }
}
