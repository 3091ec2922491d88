const COLON = 58;
const DOT = 46;

function readIpv4(text: string, from: number): number[] | null {
  const bytes: number[] = [];
  let at = from;
  while (bytes.length < 4) {
    let value = 0;
    const start = at;
    for (; at < text.length && at - start < 4; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
    }
    const length = at - start;
    if (length === 0 || length > 3 || value > 255 || (length > 1 && text.charCodeAt(start) === 48))
      return null;
    bytes.push(value);
    if (bytes.length < 4 && text.charCodeAt(at++) !== DOT) return null;
  }
  return at === text.length ? bytes : null;
}

function readGroups(text: string): number[] | null {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (i === parts.length - 1 && part.includes(".")) {
      const bytes = readIpv4(part, 0);
      if (!bytes) return null;
      groups.push(bytes[0]! * 256 + bytes[1]!, bytes[2]! * 256 + bytes[3]!);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}

function readIpv6(text: string): number[] | null {
  if (text.length > 45) return null;
  const gap = text.indexOf("::");
  if (gap < 0) {
    const groups = readGroups(text);
    return groups?.length === 8 ? groups : null;
  }
  if (text.indexOf("::", gap + 1) >= 0 || text.slice(0, gap).includes(".")) return null;
  const head = readGroups(text.slice(0, gap));
  const tail = readGroups(text.slice(gap + 2));
  if (!head || !tail || head.length + tail.length > 7) return null;
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function longestZeros(groups: number[]): { from: number; length: number } {
  let best = { from: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && groups[end] === 0) end++;
    if (end - i > best.length) best = { from: i, length: end - i };
    if (end > i) i = end;
  }
  return best;
}

function writeIpv6(groups: number[]): string {
  const hex = groups.map((group) => group.toString(16));
  const { from, length } = longestZeros(groups);
  if (from < 0) return hex.join(":");
  return `${hex.slice(0, from).join(":")}::${hex.slice(from + length).join(":")}`;
}

/**
 * The canonical text of an IP address (RFC 5952); IPv4 mapped into IPv6 becomes IPv4. Takes `IPv6:` before it and
 * brackets around it (RFC 5321 section 4.1.3). Null for anything else, zone ids and leading zeros included.
 */
export function canonicalIp(text: string): string | null {
  let inner = text;
  if (inner.charCodeAt(0) === 91 && inner.endsWith("]")) inner = inner.slice(1, -1);
  if (inner.length > 5 && inner.slice(0, 5).toLowerCase() === "ipv6:") inner = inner.slice(5);
  if (inner.indexOf(":") < 0) return readIpv4(inner, 0) ? inner : null;
  if (inner.charCodeAt(0) !== COLON && !/^[0-9a-f]/i.test(inner)) return null;
  const groups = readIpv6(inner);
  if (!groups) return null;
  const mapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (!mapped) return writeIpv6(groups);
  const [high, low] = [groups[6]!, groups[7]!];
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
