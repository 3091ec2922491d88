import { say } from "../sentence";
import { duration } from "./duration";
import { newest, otherServers } from "./live-servers";
import type { PublishWords } from "./words";

const time = (seconds: number) => duration(seconds, "en");
const nameServers = (count: number) => (count === 1 ? "1 name server" : `${count} name servers`);

/** What is said about publishing, in English. */
export const EN: PublishWords = {
  live: {
    everywhere: ({ answered }) => [
      answered === 1
        ? "The name server that answered has the new record."
        : `All ${answered} name servers that answered have the new record.`,
    ],
    softly: ({ answered }) => [
      answered === 1
        ? "The name server that answered has the new record, ending in “~all”. Watch the log, then end it in “-all”."
        : `All ${answered} name servers that answered have the new record, ending in “~all”. Watch the log, then end it in “-all”.`,
    ],
    partly: ({ answered, have, servers }) => [
      `Of ${nameServers(answered)} that answered, ${have} ${have === 1 ? "has" : "have"} the new record. `,
      ...say`Still without it: ${otherServers(servers, newest(servers))}.`,
    ],
    "not-yet": ({ servers }) =>
      servers.some(({ holds }) => holds === "published")
        ? ["No name server has the new record yet. All that answered still publish the one before it."]
        : ["No name server publishes an SPF record yet."],
    other: ({ servers }) =>
      servers.some(({ holds }) => holds === "other")
        ? say`Some name servers publish an SPF record that is neither the new one nor the one before it: ${otherServers(servers, ["draft", "published", "none"])}. Check whether someone else has changed it meanwhile.`
        : say`Some name servers have no SPF record: ${otherServers(servers, ["draft", "published", "other"])}. The others still publish the one before the change.`,
    several: ({ servers }) =>
      say`Some name servers publish more than one SPF record: ${otherServers(servers, ["draft", "published", "other", "none"])}. Only one is allowed, so checks end in permerror. Keep one and remove the others.`,
    unanswered: () => ["No name server gave a usable answer. Check again in a while."],
  },
  problem: {
    "no-zone": (domain) =>
      say`The DNS zone that ${domain} lies in could not be found. Check how the name is spelt, and that it is registered.`,
    "no-servers": (domain) => say`None of the name servers of ${domain} has an address that can be asked.`,
    "no-answer": (domain) =>
      say`DNS gave no answer when asked for the name servers of ${domain}. Check again in a while.`,
  },
  silent: (count) => [`${nameServers(count)} could not be checked.`],
  alias: (domain, alias) =>
    say`${domain} is an alias (CNAME) of ${alias}. An alias cannot have a TXT record beside it, so the record must be published at ${alias}.`,
  remembers: (seconds) => [
    seconds === null
      ? "The resolver of this site still remembers the answer from before."
      : `The resolver of this site still remembers the answer from before, and asks again in ${time(seconds)} at the latest.`,
  ],
  reason: {
    timeout: "It did not answer in time.",
    "out-of-time": "The time set for the check was over before it answered.",
    unreachable: "It cannot be reached.",
    "no-ipv6": "This site cannot reach IPv6, so it was not asked.",
    malformed: "Its answer is malformed.",
    refused: "It refused to answer (REFUSED), so it does not seem to serve this domain.",
    servfail: "It failed to answer (SERVFAIL).",
    "not-authoritative": "It answered, but not as a server of this domain (no AA flag).",
    "private-address": "Its address is private or reserved, so it was not asked.",
    "no-address": "No IP address was found for this name.",
    other: "Its answer cannot be used.",
  },
  elsewhere: (alias) => say`It only says that this is an alias (CNAME) of ${alias}. The record is there.`,
  finding: {
    "differing-servers": ({ domain, count, servers }) =>
      say`The name servers of ${domain} publish ${count} different versions of its SPF record. These differ from the rest: ${servers}. Results depend on which of them is asked. Unless it was changed just now, check the zone transfers.`,
    "obsolete-type": ({ text }) =>
      say`There is a record of the obsolete type SPF (type 99): ${text}. Receivers look at TXT records only, so it can be removed.`,
    "long-ttl": ({ seconds }) => [
      `The record’s TTL is longer than a day (${time(seconds)}). Whatever is changed or taken back, the old content stays that long: lower the TTL before a change.`,
    ],
    "lame-server": ({ servers }) =>
      say`Some servers are named as name servers of this domain but do not serve it: ${servers}. Correct the NS records, or the setup of these servers.`,
  },
  step: {
    "lower-ttl": (ttl) => [
      `Leave the record as it is and lower its TTL only (to ${time(ttl)}). A change then spreads quickly, and so does taking it back.`,
    ],
    "wait-old": (_, seconds) => [
      `Wait ${time(seconds)}. Resolvers that fetched the record before ask again only when the old TTL is over.`,
    ],
    publish: (ttl) => [`Publish the new record (TTL ${time(ttl)}).`],
    "publish-softly": (ttl) => [
      `Publish the new record ending in “~all” first (TTL ${time(ttl)}). If a server was forgotten, its mail is marked as suspicious and not refused.`,
    ],
    check: () => ["Check that all name servers have the same record."],
    "wait-new": (_, seconds) => [
      `Wait ${time(seconds)}. After that, no resolver has the earlier record in its cache.`,
    ],
    watch: (_, seconds) => [
      `Watch the log for ${time(seconds)}. If mail from a legitimate server does not pass, add that server to the record.`,
    ],
    harden: (ttl) => [`If no server is missing, end the record in “-all” (TTL ${time(ttl)}).`],
    "set-ttl": (ttl) => [`Set the TTL to its usual value (${time(ttl)}). The record itself stays as it is.`],
  },
  rollback: ({ record, seconds, secondsLater }) => [
    record === null
      ? "To go back, remove the new record. "
      : "To go back, publish the record from before again. ",
    `Whoever has fetched the new record still sees it for ${time(seconds)}.`,
    ...(secondsLater > seconds ? [` Once the TTL is raised again, for ${time(secondsLater)}.`] : []),
  ],
  asks: {
    "-all": [
      {
        parts: [
          "States clearly that servers not listed may not send mail for this domain (fail). Receivers may refuse such mail.",
        ],
        rfc: "7208#section-8.4",
      },
      {
        parts: [
          "Use it once every server that sends is listed. Forwarded mail comes from servers that are not, and may be refused.",
        ],
        rfc: "7208#appendix-D",
      },
      {
        parts: [
          "For DMARC, fail and softfail both mean “not passed”. But some receivers refuse a fail before they look at DMARC, and with it mail that has a valid DKIM signature.",
        ],
        rfc: "7489#section-10.1",
      },
    ],
    "~all": [
      {
        parts: [
          "States only that servers not listed are probably not authorised (softfail). Receivers should not refuse mail for this alone, but may look at it more closely.",
        ],
        rfc: "7208#section-8.5",
      },
      {
        parts: [
          "Use it while servers may still be missing. Forged mail is not refused either, and may be delivered, for example to a spam folder.",
        ],
        rfc: null,
      },
      {
        parts: [
          "For DMARC this is “not passed”, just as a fail is. Where the domain publishes p=reject, forged mail is refused by DMARC, and forwarded mail can pass by its DKIM signature.",
        ],
        rfc: "7489#section-10.1",
      },
    ],
  },
};
