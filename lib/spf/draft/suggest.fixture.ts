import type { CheckRequest } from "../check-host";
import type { Resolver } from "../resolver";
import { type Zone, zoneOf, zoneResolver } from "../zone.fixture";
import { type SuggestOptions, suggestRecord } from "./suggest-record";
import type { Suggestion } from "./suggestion";

/** Ten lookups, void for IPv6 only. */
const TEN = "a:plain.%{d} ".repeat(10).trim();

/** Names around d.example that its records may lead to. */
export const OTHERS = {
  "b.example": ["TXT v=spf1 ip4:198.51.100.0/25 -all"],
  "plain.example": ["A 198.51.100.7", "AAAA 2001:db8::7"],
  "mx.example": ["MX 5 plain.example", "MX 9 gone.example"],
  "broken.example": ["TXT v=spf1 moo -all"],
  "big.example": [`TXT v=spf1 ${TEN} -all`],
  "nine.example": [`TXT v=spf1 ${TEN.split(" ").slice(1).join(" ")} -all`],
  "plain.big.example": ["A 198.51.100.7"],
  "plain.nine.example": ["A 198.51.100.7"],
  "back.example": ["TXT v=spf1 include:d.example -all"],
  "error.example": ["TIMEOUT"],
};

/** Those names, and d.example with these lines. */
export const zone = (...lines: string[]) => zoneOf({ ...OTHERS, "d.example": lines });

/** Suggests for user@d.example from 192.0.2.1 in a zone, or what `request` says otherwise. */
export function suggestIn(
  zone: Zone,
  request: Partial<CheckRequest> = {},
  options: Partial<SuggestOptions> = {},
  resolver: Resolver = zoneResolver(zone),
): Suggestion {
  const whole = {
    ip: "192.0.2.1",
    domain: "d.example",
    sender: "user@d.example",
    helo: "mail.example",
    ...request,
  };
  const suggestion = suggestRecord(whole, resolver, { clock: () => 1_700_000_000_000, ...options });
  if ("then" in suggestion) throw new Error("a zone answers at once");
  return suggestion;
}

/** The zone with a record in place of those for SPF that a name has. */
export function zoneWith(zone: Zone, name: string, text: string): Zone {
  const entry = zone.get(name.toLowerCase());
  const isSpf = (strings: string[]) => /^v=spf1( |$)/i.test(strings.join(""));
  const others = (entry?.records ?? []).filter((record) => record.type !== "TXT" || !isSpf(record.strings));
  const records = [...others, { type: "TXT" as const, strings: [text] }];
  return new Map(zone).set(name.toLowerCase(), { ...entry, records });
}
