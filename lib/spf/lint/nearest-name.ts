const NAMES = ["all", "ip4", "ip6", "include", "exists", "ptr", "redirect", "exp"];
const SHORT = ["a", "mx"];

/** What people write for a name that no spelling mistake explains. */
const OTHERS: Record<string, string[]> = {
  ip: ["ip4", "ip6"],
  ipv4: ["ip4"],
  ipv6: ["ip6"],
  "ip-v4": ["ip4"],
  "ip-v6": ["ip6"],
  ipaddress: ["ip4", "ip6"],
  includes: ["include"],
  inc: ["include"],
  incl: ["include"],
  spf: ["include"],
  host: ["a"],
  aaaa: ["a"],
  a4: ["a"],
  a6: ["a"],
  mxs: ["mx"],
  xm: ["mx"],
};

/** Every name that RFC 7208 knows: of mechanisms (sections 5.1 to 5.7) and of modifiers (section 6). */
export const KNOWN_NAMES: readonly string[] = [...NAMES, ...SHORT];

/** The names that a misspelled one may stand for, the nearest first; none if nothing is near. */
export function nearestNames(name: string): string[] {
  const written = name.toLowerCase();
  if (Object.hasOwn(OTHERS, written)) return OTHERS[written]!;
  if (written.length < 2 || written.length > 12) return [];
  const distances = NAMES.map((known) => ({ known, distance: editDistance(written, known) }));
  return distances
    .filter(({ known, distance }) => distance <= (known.length > 4 ? 2 : 1))
    .sort((a, b) => a.distance - b.distance)
    .map(({ known }) => known);
}

/** How many letters are added, left out, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, rows[i - 1]![j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
