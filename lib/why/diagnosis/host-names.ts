import { isUnder } from "@/lib/spf/domain-name";
import { CHANGING_LINE, HOUSEHOLD_LINE } from "@/lib/spf/senders/line-words";

/** Words under which a country's registry registers names. */
const SECOND_LEVEL =
  /^(?:co|or|ac|go|ne|re|pe|hs|ms|es|kg|sc|com|net|org|edu|gov|mil|gob|gouv|asn|id|ltd|plc|sch|seoul|busan|daegu|incheon|gwangju|daejeon|ulsan|gyeonggi|jeju)$/;

/** The domain that a name was registered as, near enough without a list: two labels, three under `co.kr` and the like. */
export function organisationOf(name: string): string {
  const labels = name.toLowerCase().replace(/\.$/, "").split(".");
  const isLong = labels.length > 2 && labels.at(-1)!.length === 2 && SECOND_LEVEL.test(labels.at(-2)!);
  return labels.slice(isLong ? -3 : -2).join(".");
}

/** Whether two names belong to one organisation; names of one label belong to none. */
export function areOfOne(name: string, other: string): boolean {
  return isFullName(name) && isFullName(other) && organisationOf(name) === organisationOf(other);
}

/** Whether a HELO name is one that others can look up: several labels, the last no number. */
export function isFullName(name: string): boolean {
  return /^[^[\]:\s]{1,253}$/.test(name) && /\.[^.\d][^.]{0,62}\.?$/.test(name);
}

/** Hosts of homes are called so, and those of hosters. */
const HOST = /(?:^|[^a-z])host(?![a-z])/;
const SERVER = /(?:^|[^a-z])(?:static|mail|smtp|mx|mta|relay|server|srv)(?![a-z])/;

/** Whether a host's name is made from its address, as access providers name the lines of homes and offices. */
export function isDynamicName(name: string, ip: string): boolean {
  const organisation = organisationOf(name);
  const left = name.toLowerCase().slice(0, 253).replace(/\.$/, "").slice(0, -organisation.length);
  if (SERVER.test(left) || !/\d/.test(left)) return false;
  if (CHANGING_LINE.test(left)) return true;
  return (HOUSEHOLD_LINE.test(left) || HOST.test(left)) && holdsAddress(left, ip);
}

function holdsAddress(left: string, ip: string): boolean {
  const numbers = new Set((left.match(/\d+/g) ?? []).map(Number));
  const octets = ip.includes(":") ? [] : ip.split(".").slice(2).map(Number);
  return octets.length > 0 && octets.every((octet) => numbers.has(octet));
}

/** Services that forward mail, and hosts of mailing lists. */
const FORWARDERS = [
  "forwardemail.net",
  "improvmx.com",
  "pobox.com",
  "simplelogin.co",
  "addy.io",
  "anonaddy.com",
  "cloudflare-email.net",
  "cloudflare-email.org",
  "googlegroups.com",
  "groups.io",
  "freelists.org",
];
const FORWARDING =
  /^(?:lists?|listserv|mailman|majordomo|sympa|fwd|forward|forwarder|forwarding|alias|aliases|alumni|srs)\d{0,3}$/;

/** Whether a name is of a service known to forward, or calls itself a forwarder or a list's; null for others. */
export function forwardingName(name: string): "known" | "named" | null {
  if (FORWARDERS.some((forwarder) => isUnder(name, forwarder))) return "known";
  return name
    .toLowerCase()
    .split(".")
    .slice(0, -2)
    .some((label) => FORWARDING.test(label))
    ? "named"
    : null;
}
