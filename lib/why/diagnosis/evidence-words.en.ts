import { list, phrase } from "@/lib/spf/explain/en/phrase";
import type { EvidenceWords } from "./words";

/** Evidence, in English. */
export const evidence: EvidenceWords = {
  now: ({ ip, domain, result }) => phrase`Checked now, ${ip} gets ${[result]} for ${domain}.`,
  logged: ({ time, host, result }) =>
    result === null
      ? phrase`The log of ${host} has the message, of ${time}, but no result for it.`
      : phrase`According to the log of ${host}, the result at ${time} was ${[result]}.`,
  "refused-otherwise": ({ code, text }) =>
    phrase`The reply in the log is of another rule than SPF: ${`${code} ${text}`.trim()}`,
  "refused-despite-pass": ({ host }) =>
    phrase`According to the log of ${host}, the message passed and was refused for SPF all the same.`,
  missing: ({ field }) => [
    {
      ip: "The address of the sending server is not known.",
      domain: "The domain to check is not known.",
      check: "No check could be made.",
    }[field],
  ],
  "private-address": ({ ip }) =>
    phrase`${ip} belongs to a network’s inside: the receiving site checked a server of its own, which no SPF record can name.`,
  "receivers-host": ({ name, receiver }) =>
    phrase`The sending server’s reverse name is ${name}, of the same organisation as ${receiver}, which received the message.`,
  "bad-name": ({ name }) => phrase`${name} is no complete domain name.`,
  "no-such-name": ({ name }) => phrase`There is no ${name} in DNS.`,
  "no-record": ({ domain }) => phrase`${domain} exists, but has no SPF record.`,
  "dns-error": ({ name, type, trouble }) =>
    ({
      resolver: phrase`The ${[type]} records of ${name} could not be looked up: the receiving site’s own DNS server could not be reached, or refused the question.`,
      limits: phrase`The ${[type]} records of ${name} were not looked up to the end: this page had used up what it may look up at one time, which does not mean that DNS is at fault.`,
      zone: phrase`Looking up the ${[type]} records of ${name} brought an error, or a response that is of no use.`,
      either: phrase`Looking up the ${[type]} records of ${name} brought no usable response in time.`,
    })[trouble],
  "dns-error-elsewhere": ({ name }) =>
    phrase`Looking up ${name}, which has nothing to do with it, failed too, so the trouble seems to lie with whoever asks.`,
  "several-records": ({ at }) => phrase`There is more than one v=spf1 record at ${at}.`,
  syntax: ({ at, text }) => phrase`What is wrong in the record of ${at}: ${text}`,
  slip: ({ text, meant }) => phrase`${text} seems to be a slip for ${meant}.`,
  lookups: ({ at, lookups }) =>
    phrase`More than the ${lookups} terms allowed need a DNS lookup (the limit was met in the record of ${at}).`,
  "mx-hosts": ({ at, term }) => phrase`${term} in the record of ${at} leads to more than 10 MX hosts.`,
  voids: ({ at, voidLookups, names }) =>
    names.length === 0
      ? phrase`${voidLookups} lookups found nothing by the record of ${at} (2 are allowed).`
      : phrase`${voidLookups} lookups found nothing (2 are allowed): ${list({ shown: names, more: 0 })}`,
  "dead-target": ({ at, term }) =>
    phrase`The domain that ${term} in the record of ${at} leads to has no SPF record.`,
  "own-name": ({ name, domain }) =>
    phrase`The sending server’s reverse name is ${name}, of the same organisation as ${domain}, and leads back to its address.`,
  "own-helo": ({ helo, domain }) =>
    phrase`In HELO the sending server gave the name ${helo}, of the same organisation as ${domain}; but anyone can give it.`,
  neighbour: ({ ip, network }) => phrase`${ip} stands right beside ${network}, which the domain allows.`,
  "term-behind": ({ term }) =>
    phrase`${term} in the record names this server, but is not reached: a term before it decides.`,
  "term-names": ({ term }) => phrase`${term} in the record names this server, but does not vouch for it.`,
  "term-refuses": ({ term }) => phrase`${term} in the record rules this server out.`,
  provider: ({ provider, ip }) => phrase`${ip} is known as a sending server of ${provider}.`,
  "provider-used": ({ provider, term }) =>
    phrase`${term} in the record is of the same company as ${provider}, so the domain already uses it.`,
  "mailbox-service": ({ domain }) =>
    phrase`${domain} is a mail service that anyone can join, whose mail can go out by its own servers only.`,
  "dynamic-name": ({ name }) =>
    phrase`The sending server’s reverse name, ${name}, is of the kind that access providers give to subscribers’ lines.`,
  "no-name": ({ ip }) => phrase`No reverse name (PTR) that leads back to ${ip} is known.`,
  "other-name": ({ name, domain }) =>
    phrase`The sending server’s reverse name is ${name}, which is not of ${domain}.`,
  "other-helo": ({ helo, domain }) =>
    phrase`In HELO the sending server gave the name ${helo}, which is not of ${domain}.`,
  "helo-passes": ({ helo }) =>
    phrase`The HELO name ${helo} is of another domain, which vouches for this server.`,
  "helo-fails": ({ helo, result }) => phrase`The HELO name ${helo} gets ${[result]}.`,
  "helo-is-receiver": ({ helo, receiver }) =>
    phrase`In HELO the sending server gave a name of the receiving site itself, ${receiver}: ${helo}`,
  "helo-no-name": ({ helo }) =>
    phrase`The HELO name ${helo} is none of a mail server, but of the kind that personal computers and devices give.`,
  "forwarder-name": ({ name }) =>
    phrase`The sending server’s reverse name, ${name}, is that of a server for forwarding or for mailing lists.`,
  "sender-tag": ({ tag }) => [
    {
      srs: "The sender address was rewritten by SRS, as servers do that forward mail.",
      batv: "The sender address is signed by its own server (BATV): the message seems to have left that server and to have been forwarded.",
      verp: "The sender address was made for handling bounces, as sending services and mailing lists do.",
    }[tag],
  ],
  "sends-no-mail": ({ domain }) =>
    phrase`${domain} has published that it sends no mail at all (v=spf1 -all).`,
  closed: ({ domain }) => phrase`${domain} does not allow servers that it does not list.`,
  open: ({ domain }) => phrase`${domain} says nothing about servers that it does not list.`,
};
