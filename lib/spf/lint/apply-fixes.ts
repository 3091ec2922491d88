import { type Finding, type Fix, isOverlap } from "./finding";

/** A text with fixes applied, from right to left; of two that overlap, the one further right. */
export function applyFixes(text: string, fixes: Fix[]): string {
  let [tail, end] = ["", text.length];
  let last: Fix | null = null;
  for (const fix of [...fixes].sort((a, b) => b.from - a.from || b.to - a.to)) {
    if (fix.to > end || (last && (isOverlap(fix, last) || isSame(fix, last)))) continue;
    tail = fix.text + text.slice(fix.to, end) + tail;
    end = fix.from;
    last = fix;
  }
  return text.slice(0, end) + tail;
}

/** The fixes among findings. */
export function fixesOf(findings: Finding[]): Fix[] {
  return findings.flatMap(({ fix }) => fix ?? []);
}

function isSame(a: Fix, b: Fix): boolean {
  return a.from === b.from && a.to === b.to;
}
