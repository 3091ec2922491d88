import {
  type Cast,
  type Correspondent,
  messageId,
  resultOfHelo,
  resultOfOwn,
  resultOfStranger,
  sender,
} from "@/lib/demo/cast";
import type { Client } from "@/lib/demo/client";
import { userName } from "@/lib/demo/names";
import type { Random } from "@/lib/demo/random";
import { resultOfSite, SITE_DOMAIN, SITE_SENDERS } from "@/lib/demo/site";
import type { SpfResult } from "@/lib/spf";
import type { Envelope, EnvelopeRecipient, Fate, Relay } from "./envelope";

/** Where the demo's server delivers: its own domain, behind a relay or in mailboxes of its own. */
export interface Destination {
  domain: string;
  relay: Relay | null;
  users: number;
  /** Whether its users send through it, after a login. */
  logins: boolean;
}

const KINDS = [
  ["regular", 770],
  ["spoofed", 118],
  ["login", 40],
  ["own", 34],
  ["unknown user", 22],
  ["forwarded", 20],
  ["report", 18],
  ["relay attempt", 8],
  ["lost", 6],
  ["cut", 2],
  ["long return path", 2],
] as const;

/** One message of an ordinary day. */
export function ordinaryMail(time: number, cast: Cast, to: Destination, random: Random): Envelope {
  const kind = random.weighted(KINDS);
  switch (kind) {
    case "spoofed":
      return spoofed(time, cast, to, random);
    case "login":
      return to.logins ? login(time, cast, to, random) : regular(time, cast, to, random);
    case "own":
      return own(time, to, random);
    case "unknown user": {
      const mail = regular(time, cast, to, random);
      return {
        ...mail,
        recipients: [{ address: `old.${userName(random.int(90))}@${to.domain}`, fate: "unknown" }],
      };
    }
    case "forwarded":
      return forwarded(time, cast, to, random);
    case "report":
      return report(time, cast, to, random);
    case "relay attempt":
      return {
        ...spoofed(time, cast, to, random),
        result: "none",
        recipients: [{ address: "kim@elsewhere.example", fate: "denied" }],
      };
    case "lost":
      return { ...spoofed(time, cast, to, random), result: "softfail", trouble: "lostAfterMail" };
    case "cut":
      return { ...regular(time, cast, to, random), trouble: "cutInData" };
    case "long return path":
      return longReturnPath(time, cast, to, random);
    default:
      return regular(time, cast, to, random);
  }
}

/** A message to one, a few or many of a server's users. */
export function mailTo(
  to: Destination,
  from: string,
  client: Client,
  result: SpfResult,
  time: number,
  random: Random,
): Envelope {
  const count = random.weighted([
    [1, 955],
    [2, 25],
    [4, 12],
    [14, 6],
    [40, 2],
  ] as const);
  const domain = from.slice(from.lastIndexOf("@") + 1) || client.helo.replace(/[[\]]/g, "");
  return {
    time,
    client,
    from,
    recipients: distinct(Array.from({ length: count }, () => recipient(to, random))),
    size: 800 + Math.floor(random.exponential(24_000)),
    messageId: random.chance(0.985) ? messageId(domain, random) : null,
    result,
  };
}

/** A server delivers once to each address, however often a client names it. */
function distinct(recipients: EnvelopeRecipient[]): EnvelopeRecipient[] {
  if (recipients.length === 1) return recipients;
  return [...new Map(recipients.map((recipient) => [recipient.address, recipient])).values()];
}

function recipient(to: Destination, random: Random): EnvelopeRecipient {
  const address = `${userName(random.zipf(to.users))}@${to.domain}`;
  if (to.relay === null) return { address, fate: "local" };
  const fate = random.weighted([
    ["relayed", 970],
    ["deferred", 22],
    ["bounced", 8],
  ] as readonly (readonly [Fate, number])[]);
  return { address, fate, relay: to.relay };
}

function regular(time: number, cast: Cast, to: Destination, random: Random): Envelope {
  const from = cast.correspondent(random);
  const client = random.pick(from.servers);
  const result = resultNow(from, client, random);
  const mail = mailTo(to, sender(from.domain, random), client, result, time, random);
  return random.chance(0.004) ? { ...mail, bare: true } : mail;
}

/** What is found at the moment: servers that are slow to answer give no answer at times. */
function resultNow(from: Correspondent, client: Client, random: Random): SpfResult {
  return from.policy === "slow servers" && random.chance(0.3) ? "temperror" : resultOfOwn(from, client);
}

/** Mail of the site's own systems to its users. */
function own(time: number, to: Destination, random: Random): Envelope {
  const from = random.pick(SITE_SENDERS);
  const user = from.users === null ? userName(random.zipf(to.users)) : random.pick(from.users);
  return mailTo(to, `${user}@${SITE_DOMAIN}`, from.client, resultOfSite(from), time, random);
}

function spoofed(time: number, cast: Cast, to: Destination, random: Random): Envelope {
  const { domain, policy } = cast.claimed(random);
  return mailTo(to, sender(domain, random), cast.stranger(random), resultOfStranger(policy), time, random);
}

/** Honest mail that another server sends on, under its first sender's name: SPF can't know (RFC 7208 appendix D). */
function forwarded(time: number, cast: Cast, to: Destination, random: Random): Envelope {
  const { domain, policy } = cast.correspondent(random);
  return mailTo(
    to,
    sender(domain, random),
    random.pick(cast.forwarders),
    resultOfStranger(policy),
    time,
    random,
  );
}

function report(time: number, cast: Cast, to: Destination, random: Random): Envelope {
  const from = cast.correspondent(random);
  return mailTo(to, "", random.pick(from.servers), resultOfHelo(from), time, random);
}

function login(time: number, cast: Cast, to: Destination, random: Random): Envelope {
  const { domain, servers } = cast.correspondent(random);
  const user = userName(random.zipf(to.users));
  const client = {
    ip: `203.0.113.${100 + random.int(60)}`,
    name: null,
    forged: false,
    helo: "[192.168.0.7]",
  };
  const mail = mailTo(to, `${user}@${to.domain}`, client, "pass", time, random);
  const relay = { name: `${servers[0]!.helo}.`, ip: servers[0]!.ip };
  const fate = random.weighted([
    ["relayed", 95],
    ["deferred", 4],
    ["bounced", 1],
  ] as readonly (readonly [Fate, number])[]);
  return { ...mail, login: user, recipients: [{ address: sender(domain, random), fate, relay }] };
}

/** A list that writes the recipient into a return path so long that sendmail splits its lines. */
function longReturnPath(time: number, cast: Cast, to: Destination, random: Random): Envelope {
  const from = cast.correspondent(random);
  const token = Array.from({ length: 24 }, () => random.int(0x7fff_ffff).toString(36).padStart(6, "0")).join(
    "-",
  );
  const path = `bounce+${token}-${"kim=example.kr".repeat(8)}@list.${from.domain}`;
  const client = random.pick(from.servers);
  return mailTo(to, path, client, resultNow(from, client, random), time, random);
}
