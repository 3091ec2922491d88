import { parseRecord } from "@/lib/spf/parse";
import type { Evidence } from "./evidence";
import type { Facts } from "./facts";
import { areOfOne, forwardingName, isDynamicName, isFullName } from "./host-names";
import { isMailboxService } from "./mailbox-services";
import { senderTag } from "./sender-tag";
import { ownName } from "./ties";

/** The client's validated names, none of which is the domain's. */
export function otherName({ names, domain }: Facts): Evidence[] {
  const [name] = names;
  return name === undefined || names.some((one) => areOfOne(one, domain))
    ? []
    : [{ kind: "other-name", name, domain }];
}

/** A HELO name of another organisation. */
export function otherHelo({ isHelo, helo, domain }: Facts): Evidence[] {
  const isOther = !isHelo && helo !== null && isFullName(helo) && !areOfOne(helo, domain);
  return isOther ? [{ kind: "other-helo", helo, domain }] : [];
}

/** Another organisation's HELO name, and what its own record says of the client. */
export function heloVerdict(facts: Facts): Evidence[] {
  const { helo, input } = facts;
  const { result } = input.now.helo ?? {};
  if (helo === null || result === undefined || otherHelo(facts).length === 0) return [];
  if (result === "pass") return [{ kind: "helo-passes", helo }];
  return result === "fail" || result === "softfail" ? [{ kind: "helo-fails", helo, result }] : [];
}

/** A HELO name that is the receiver's own: no other server bears it. */
export function receiversHelo(facts: Facts): Evidence[] {
  const { helo, receiver, names, domain } = facts;
  if (facts.isHelo || helo === null || receiver === null || !areOfOne(helo, receiver)) return [];
  const isOwn = areOfOne(domain, receiver) || names.some((name) => areOfOne(name, receiver));
  return isOwn ? [] : [{ kind: "helo-is-receiver", helo, receiver }];
}

/** A HELO name that no mail server gives, as a program on somebody's computer does. */
export function noHeloName({ isHelo, helo }: Facts): Evidence[] {
  return isHelo || helo === null || isFullName(helo) ? [] : [{ kind: "helo-no-name", helo }];
}

/** The client's validated name, if it is that of a line at a home or an office. */
export function dynamicName({ names, ip }: Facts): Evidence[] {
  const name = names.find((one) => isDynamicName(one, ip));
  return name === undefined ? [] : [{ kind: "dynamic-name", name }];
}

/** The client's validated name, if it is one of the site that received the message and checks another's domain. */
export function receiversHost({ names, receiver, domain }: Facts): Evidence[] {
  if (receiver === null || areOfOne(domain, receiver)) return [];
  const name = names.find((one) => areOfOne(one, receiver));
  return name === undefined ? [] : [{ kind: "receivers-host", name, receiver }];
}

/** A validated name that tells of forwarding or of a mailing list, and how surely. */
export function forwarderName(facts: Facts): { isKnown: boolean; evidence: Evidence[] } {
  const others = otherName(facts).length > 0 ? facts.names : [];
  const known = others.find((name) => forwardingName(name) === "known");
  const name = known ?? others.find((one) => forwardingName(one) === "named");
  const evidence: Evidence[] = name === undefined ? [] : [{ kind: "forwarder-name", name }];
  return { isKnown: known !== undefined, evidence };
}

/** HELO name and validated name of the same other organisation. */
export function otherServer(facts: Facts): Evidence[] {
  const [name, helo] = [otherName(facts), otherHelo(facts)];
  const agrees = facts.names.some((one) => facts.helo !== null && areOfOne(one, facts.helo));
  return name.length > 0 && helo.length > 0 && agrees ? [...name, ...helo] : [];
}

/** The domain is a service's that gives addresses to anyone, and the client is not known as its own. */
export function mailboxService(facts: Facts): Evidence[] {
  const { domain, isHelo } = facts;
  const isTheirs = ownName(facts).length > 0;
  return isHelo || isTheirs || !isMailboxService(domain) ? [] : [{ kind: "mailbox-service", domain }];
}

/** What a mail system put into the envelope sender. */
export function tagOf({ input }: Facts): Evidence[] {
  const tag = senderTag(input.request.sender ?? "");
  return tag === null ? [] : [{ kind: "sender-tag", tag }];
}

/** The domain says that it sends no mail at all: `v=spf1 -all`. */
export function sendsNoMail({ check, domain }: Facts): Evidence[] {
  const text = check.trace?.root?.text ?? null;
  if (text === null) return [];
  const { directives, redirect, problems } = parseRecord(text);
  const [only] = directives;
  const isNull = directives.length === 1 && only?.mechanism.name === "all" && only.qualifier === "-";
  return isNull && redirect === null && problems.length === 0 ? [{ kind: "sends-no-mail", domain }] : [];
}

/** How the domain's record ends for those it does not name. */
export function ending({ check, domain }: Facts): Evidence[] {
  if (check.result === "fail") return [{ kind: "closed", domain }];
  return check.result === "neutral" ? [{ kind: "open", domain }] : [];
}

/** The client has no name that leads back to it, as far as is known. */
export function noName({ names, ip }: Facts): Evidence[] {
  return names.length === 0 ? [{ kind: "no-name", ip }] : [];
}
