import { type Address, ipv4Address, ipv6Address, networkText } from "../address";
import { isUnder } from "../domain-name";
import { parseRecord } from "../parse";
import { allOf, directivesBeforeAll } from "../reached";
import type { Directive, DomainSpec, Qualifier } from "../record";
import type { Asking } from "../session";
import { normaliseTerm } from "../write";
import { asked, type Bench, folded } from "./bench";
import { plainTarget, recordsAt } from "./worst-lookups";

/** Blocks wider than this are not written out: a prefix length that short is a mistake or a risk. */
const WIDEST = { ip4: 16, ip6: 32 };

/**
 * What a term can match today, whoever the client is: networks as `ip4:` and `ip6:` terms with its qualifier, none if
 * nothing. Null where that cannot be said: macros, `ptr`, a DNS error, a wide block, more exchangers than a check takes,
 * and for others' includes.
 */
export function* networksOf(bench: Bench, { mechanism, qualifier }: Directive): Asking<string[] | null> {
  if (mechanism.name === "include") return yield* includedNetworks(bench, mechanism.domainSpec, qualifier);
  if (mechanism.name !== "a" && mechanism.name !== "mx") return null;
  const name = targetName(bench, mechanism.domainSpec);
  const hosts = name === null ? null : mechanism.name === "a" ? [name] : yield* exchangersOf(bench, name);
  if (hosts === null) return null;
  const sign = qualifier === "+" ? "" : qualifier;
  const lengths = { ip4: mechanism.cidr.ip4 ?? 32, ip6: mechanism.cidr.ip6 ?? 128 };
  const terms = new Set<string>();
  for (const host of hosts)
    for (const family of ["ip4", "ip6"] as const) {
      const addresses = yield* addressesOf(bench, host, family);
      if (addresses === null || (addresses.length > 0 && lengths[family] < WIDEST[family])) return null;
      for (const address of addresses) terms.add(`${sign}${family}:${networkText(address, lengths[family])}`);
    }
  return [...terms];
}

/**
 * An include of a name below the domain itself, whose record authorises addresses and nothing else. One that is another
 * owner's stays, for its addresses change without notice.
 */
function* includedNetworks(bench: Bench, spec: DomainSpec, qualifier: Qualifier): Asking<string[] | null> {
  const name = plainTarget(spec);
  if (name === null || !isUnder(name, bench.domain) || folded(name) === folded(bench.domain)) return null;
  const texts = yield* recordsAt(bench, name);
  const record = texts?.length === 1 ? parseRecord(texts[0]!) : null;
  if (record === null || record.problems.length > 0) return null;
  const all = allOf(record);
  if (all === null ? record.redirect !== null : all.qualifier === "+") return null;
  const terms = directivesBeforeAll(record);
  const isPlain = terms.every((term) => term.qualifier === "+" && "network" in term.mechanism);
  const sign = qualifier === "+" ? "" : qualifier;
  return isPlain ? [...new Set(terms.map((term) => sign + normaliseTerm(term)))] : null;
}

/** Whether nothing lies behind an `exists` of a plain name, so that it never matches. */
export function* isNeverThere(bench: Bench, { mechanism }: Directive): Asking<boolean> {
  if (mechanism.name !== "exists") return false;
  const name = targetName(bench, mechanism.domainSpec);
  return name !== null && (yield* asked(bench, name, "A")).status === "void";
}

function targetName({ domain }: Bench, spec: DomainSpec | null): string | null {
  return spec === null ? domain : plainTarget(spec);
}

function* exchangersOf(bench: Bench, name: string): Asking<string[] | null> {
  const answer = yield* asked(bench, name, "MX");
  if (answer.status === "error") return null;
  if (answer.status === "void") return [];
  const hosts = answer.records.flatMap((record) => (record.type === "MX" ? [record.host] : []));
  return hosts.length > 10 ? null : hosts.filter((host) => host !== "");
}

function* addressesOf(bench: Bench, host: string, family: "ip4" | "ip6"): Asking<Address[] | null> {
  const answer = yield* asked(bench, host, family === "ip4" ? "A" : "AAAA");
  if (answer.status === "error") return null;
  if (answer.status === "void") return [];
  return answer.records
    .flatMap((record) => ("address" in record ? [record.address] : []))
    .flatMap((text) => (family === "ip4" ? ipv4Address(text) : ipv6Address(text)) ?? []);
}
