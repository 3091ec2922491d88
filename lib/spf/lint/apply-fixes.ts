import { type Finding, type Fix, isOverlap } from "./finding";

/** A text with fixes applied, those of `fixesTogether`. */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  let [tail, end] = ["", text.length];
  for (const fix of fixesTogether(fixes).filter(({ to }) => to <= text.length)) {
    tail = fix.text + text.slice(fix.to, end) + tail;
    end = fix.from;
  }
  return text.slice(0, end) + tail;
}

/** The fixes that can be applied at once, from right to left; of two that overlap, the one further right. */
export function fixesTogether(fixes: readonly Fix[]): Fix[] {
  const together: Fix[] = [];
  for (const fix of [...fixes].sort((a, b) => b.from - a.from || b.to - a.to)) {
    const last = together.at(-1);
    if (last && (fix.to > last.from || isOverlap(fix, last) || isSame(fix, last))) continue;
    together.push(fix);
  }
  return together;
}

/** The fixes among findings. */
export function fixesOf(findings: readonly Finding[]): Fix[] {
  return findings.flatMap(({ fix }) => fix ?? []);
}

function isSame(a: Fix, b: Fix): boolean {
  return a.from === b.from && a.to === b.to;
}
