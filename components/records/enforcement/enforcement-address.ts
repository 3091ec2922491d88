import type { SpfResult } from "@/lib/spf/result";
import { DAYS } from "../address";

/** The results that a receiver may come to refuse, in the order they are asked for. */
export const ENFORCED_RESULTS = ["fail", "softfail", "permerror"] as const satisfies SpfResult[];
export type EnforcedResult = (typeof ENFORCED_RESULTS)[number];

/** So many characters of the allow-list are read. */
const LONGEST_LIST = 2_000;

/** What the address of the page asks; `allow` as it was typed. */
export interface EnforcementAddress {
  days: number;
  results: EnforcedResult[];
  allow: string;
}

/** Reads `?days=30&result=fail&result=softfail&allow=192.0.2.0/24`; fail and softfail where no result is named. */
export function readEnforcementAddress(
  given: Record<string, string | string[] | undefined>,
): EnforcementAddress {
  const all = (name: string) => [given[name] ?? []].flat();
  const days = Number(all("days")[0]);
  const named = ENFORCED_RESULTS.filter((result) => all("result").includes(result));
  return {
    days: DAYS.find((known) => known === days) ?? 30,
    results: named.length === 0 ? ["fail", "softfail"] : named,
    allow: (all("allow")[0] ?? "").slice(0, LONGEST_LIST),
  };
}

/** The entries of an allow-list, which blanks, commas and lines divide. */
export function allowedEntries(allow: string): string[] {
  return [...new Set(allow.split(/[\s,;]+/).filter((entry) => entry !== ""))];
}
