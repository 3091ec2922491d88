import { ipHex, networkAround } from "@/lib/net/network";
import { readClientAddress } from "../address";
import { isUnder, withoutRoot } from "../domain-name";
import { isPublic } from "../draft/public-address";
import type { Evidence } from "./evidence";
import { isLineName } from "./line-name";
import type { SenderChecks, SenderFacts } from "./sender";

/** What a role is guessed from: a client's messages, what DNS says of it, and the domain it sent as. */
export interface Subject extends SenderFacts, SenderChecks {
  domain: string;
}

/** Other domains from which on a client is no ordinary sender of its own mail. */
const MANY_DOMAINS = 5;

/** Whether a client, or several together, sent long enough to be no passing visitor. */
export function isSteady({ days, total }: Pick<SenderFacts, "days" | "total">): boolean {
  return (days >= 3 && total >= 5) || (days >= 2 && total >= 100);
}

/** Whether a record answered, and does not allow whom it gave this result; an error or no record says nothing of them. */
export function isUnlisted(result: SenderChecks["published"]): boolean {
  return result === "fail" || result === "softfail" || result === "neutral";
}

/** Whether an address can be seen on the Internet, where records are for. */
export function isPublicIp(ip: string): boolean {
  const address = readClientAddress(ip);
  return address !== null && isPublic(address);
}

/** A confirmed name that somebody chose for this host, within the domain or not. */
export function chosenName({ confirmedNames, domain, ip }: Subject, isOwn: boolean): string | null {
  return confirmedNames.find((name) => isUnder(name, domain) === isOwn && !isLineName(name, ip)) ?? null;
}

/** A confirmed name in the domain right above, which mostly has the same owner, but need not. */
export function kinName(subject: Subject): string | null {
  const above = subject.domain.split(".").slice(1);
  // Under `co.kr` and the like everyone has a name.
  const isRegistry =
    above.length < 2 || (above.length === 2 && above[1]!.length === 2 && above[0]!.length <= 3);
  if (isRegistry || chosenName(subject, true) !== null) return null;
  return chosenName({ ...subject, domain: above.join(".") }, true);
}

/** Whether it sends as many others too, and mostly fails as those. */
export function failsAsMany({ otherDomains, otherMessages, otherFailed }: Subject): boolean {
  return otherDomains >= MANY_DOMAINS && otherFailed * 2 >= otherMessages;
}

/** What ties a client to the domain, so that only the domain's owner could have brought it about. */
export function tiesOf(subject: Subject): Evidence[] {
  const { domain, isOwnHost, published, isPublishedOpen, publishedTerm } = subject;
  const found: Evidence[] = [];
  const name = chosenName(subject, true);
  const speaksFor = subject.provider?.isProven ? "provider" : "own";
  if (isOwnHost) found.push({ kind: "own-host", speaksFor: "own", values: { domain } });
  if (name !== null) found.push({ kind: "own-name", speaksFor, values: { name, domain } });
  if (published === "pass" && !isPublishedOpen)
    found.push({ kind: "record-passes", speaksFor, values: { term: publishedTerm ?? "" } });
  return found;
}

/** What supports a tie, but proves nothing by itself: a forger can bring it about, or have it by chance. */
export function supportOf(subject: Subject): Evidence[] {
  const { ip, domain, total, days, isNearOwnHost, isOwnHost, otherDomains } = subject;
  const speaksFor = subject.provider?.isProven ? "provider" : "own";
  const digits = ipHex(ip);
  const found: Evidence[] = [];
  if (isNearOwnHost && !isOwnHost && digits !== null)
    found.push({ kind: "near-own-host", speaksFor: "own", values: { network: networkAround(digits) } });
  found.push(
    isSteady(subject)
      ? { kind: "steady", speaksFor, values: { messages: total, days } }
      : { kind: "few-messages", speaksFor: "unknown", values: { messages: total, days } },
  );
  const { pass } = subject.results;
  if (pass > 0 && isUnlisted(subject.published))
    found.push({ kind: "passed-then", speaksFor: "unknown", values: { passed: pass, messages: total } });
  if (otherDomains === 0 && total >= 5)
    found.push({ kind: "exclusive", speaksFor: "own", values: { domain } });
  const kin = kinName(subject);
  if (kin !== null) found.push({ kind: "kin-name", speaksFor: "own", values: { name: kin } });
  const claimed = [...subject.helos, subject.loggedName ?? ""].find(
    (name) => isUnder(withoutRoot(name), domain) && !isSame(name, domain),
  );
  if (claimed !== undefined && chosenName(subject, true) === null)
    found.push({ kind: "claimed-name", speaksFor: "own", values: { name: claimed, domain } });
  return found;
}

/** What speaks for a provider, and whether it is the domain's: every customer of a provider can send through it. */
export function providerSigns({ provider }: Subject, ties: Evidence[]): Evidence[] {
  if (provider === null) return [];
  const { name, include, isProven, mx } = provider;
  const values = { provider: name, include };
  if (!isProven) return [{ kind: "provider-unproven", speaksFor: "unknown", values }];
  const found: Evidence[] = [{ kind: "provider", speaksFor: "provider", values }];
  if (mx !== null) found.push({ kind: "receives-mail", speaksFor: "provider", values: { host: mx } });
  else if (ties.length === 0)
    found.push({ kind: "provider-untied", speaksFor: "unknown", values: { provider: name } });
  return found;
}

/** What speaks for a forwarder or a list. */
export function otherSigns(subject: Subject): Evidence[] {
  const { provider, otherDomains, otherMessages, otherFailed, forwarderName, total, delivered } = subject;
  const found: Evidence[] = [];
  const name = chosenName(subject, false);
  const passesOn = name === null ? "forger" : "forwarder";
  if (provider === null && otherDomains >= MANY_DOMAINS)
    found.push({ kind: "many-domains", speaksFor: passesOn, values: { domains: otherDomains } });
  if (failsAsMany(subject)) {
    const values = { failed: otherFailed, messages: otherMessages };
    found.push({ kind: "fails-elsewhere", speaksFor: passesOn, values });
    if (delivered * 2 >= total)
      found.push({ kind: "delivered", speaksFor: "forwarder", values: { delivered, messages: total } });
  }
  if (forwarderName !== null)
    found.push({ kind: "forwarder-name", speaksFor: "forwarder", values: { name: forwarderName } });
  else if (name !== null && kinName(subject) === null)
    found.push({ kind: "other-name", speaksFor: "forwarder", values: { name } });
  return found;
}

/** Whether two names are the same in DNS. */
export function isSame(name: string, domain: string): boolean {
  return withoutRoot(name).toLowerCase() === domain.toLowerCase();
}
