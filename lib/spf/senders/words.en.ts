import { count, phrase } from "../explain/en/phrase";
import type { EvidenceWords } from "./evidence-words";

const mails = (number: number) => count(number, "message");

/** Evidence for a role, in English. */
export const WORDS_EN: EvidenceWords = {
  "own-host": ({ domain }) =>
    phrase`It is the address of a host that ${domain} names in its A, AAAA or MX records.`,
  "near-own-host": ({ network }) => phrase`It is in ${network}, like one of the domain’s own hosts.`,
  "own-name": ({ name }) => phrase`Its reverse name, ${name}, is within the domain and leads back to it.`,
  "own-line": ({ name }) =>
    phrase`Its reverse name, ${name}, is within the domain, but of the kind that providers give to customers’ lines, and so does not make it one of the domain’s own servers.`,
  "kin-name": ({ name }) =>
    phrase`Its confirmed reverse name, ${name}, is within the domain above this one, which usually has the same owner, but not always.`,
  "claimed-name": ({ name }) =>
    phrase`It calls itself ${name}, a name within the domain that DNS does not confirm; anyone can do that.`,
  "record-passes": ({ term }) => phrase`${term} in the published record allows it already.`,
  "private-address": ({ ip }) => phrase`${ip} is not a public address, so no SPF record can allow it.`,
  "record-open": ({ domain }) =>
    phrase`The published record of ${domain} allows nearly every address, so a pass says nothing.`,
  steady: ({ messages, days }) => phrase`It sends steadily: ${mails(messages)} on ${count(days, "day")}.`,
  exclusive: ({ domain }) => phrase`It sends as ${domain} only, and as no other domain.`,
  provider: ({ provider, include }) =>
    phrase`It is a sending server of ${provider}: the record at ${include} allows it today.`,
  "provider-unproven": ({ provider, include }) =>
    phrase`It is in a network known as one of ${provider}, but it could not be confirmed that the record at ${include} allows it.`,
  "receives-mail": ({ host }) => phrase`It is the service that receives this domain’s mail (MX ${host}).`,
  "provider-untied": ({ provider }) =>
    phrase`DNS does not show that this domain uses ${provider}; other customers of that service can send through it too.`,
  "few-messages": ({ messages, days }) =>
    phrase`It sent just ${mails(messages)} on ${count(days, "day")}, too little to tell whether it does so regularly.`,
  "passed-then": ({ passed, messages }) =>
    phrase`The log has pass for ${passed} of ${mails(messages)}, though the record published today does not allow it. Mail of users who sign in (SMTP AUTH) is logged so, and needs no place in the record; otherwise the record has changed since.`,
  "many-domains": ({ domains }) => phrase`It also sends as ${count(domains, "other domain")}.`,
  "fails-elsewhere": ({ failed, messages }) =>
    phrase`Of ${mails(messages)} that it sent as other domains, ${failed} failed SPF too.`,
  "other-name": ({ name }) => phrase`Its confirmed reverse name, ${name}, is not within the domain.`,
  "forwarder-name": ({ name }) =>
    phrase`Its confirmed reverse name, ${name}, is that of a server for forwarding or for mailing lists.`,
  delivered: ({ delivered, messages }) =>
    phrase`Of ${mails(messages)}, ${delivered} were delivered as usual.`,
  fails: ({ failed, messages }) => phrase`Of ${mails(messages)}, ${failed} failed SPF.`,
  "no-name": ({ ip }) => phrase`${ip} has no reverse name (PTR) that leads back to it.`,
  "generic-name": ({ name }) =>
    phrase`Its reverse name, ${name}, is of the kind that providers give to customers’ lines.`,
  "helo-literal": ({ helo }) => phrase`In HELO it gave an address instead of a name: ${helo}`,
  "helo-is-domain": ({ helo }) =>
    phrase`In HELO it gave the domain itself instead of a server’s name: ${helo}`,
  "helo-local": ({ helo }) => phrase`In HELO it gave a name that means nothing on the Internet: ${helo}`,
  "many-helos": ({ helos }) => phrase`In HELO it gave ${count(helos, "different name")}.`,
  "many-senders": ({ senders }) =>
    phrase`Nearly every message has another sender address (${senders} in all).`,
  burst: ({ messages, hours }) => phrase`It sent all ${mails(messages)} within ${count(hours, "hour")}.`,
  refused: ({ refused, messages }) => phrase`Of ${mails(messages)}, ${refused} were refused or marked.`,
};
