/** The seven results of check_host(), in the order they are stored and drawn (RFC 7208 section 2.6). */
export const SPF_RESULTS = ["pass", "fail", "softfail", "neutral", "none", "temperror", "permerror"] as const;

export type SpfResult = (typeof SPF_RESULTS)[number];

const ALIASES: Record<string, SpfResult> = { error: "temperror", unknown: "permerror", hardfail: "fail" };

/** Reads a result word in any case, with the names used before RFC 4408 (error, unknown); null if it is none. */
export function readSpfResult(word: string): SpfResult | null {
  const lower = word.toLowerCase();
  if ((SPF_RESULTS as readonly string[]).includes(lower)) return lower as SpfResult;
  return Object.hasOwn(ALIASES, lower) ? ALIASES[lower]! : null;
}
