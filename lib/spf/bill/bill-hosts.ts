import { ipv4Address, ipv6Address, networkText } from "../address";
import { isDomainName, withoutRoot } from "../domain-name";
import type { DualCidr } from "../record";
import type { Answer } from "../resolver";
import { type Asking, LIMITS } from "../session";
import type { HostBill, HostStatus, TermBill, Voids } from "./bill";
import { MAYBE_VOID, NO_VOIDS, ONE_VOID } from "./voids";
import { askAhead, askOnce, type Walk } from "./walk";

/** Bills `a` (RFC 7208 section 5.3): the addresses of its target, of both families. */
export function* billA(walk: Walk, bill: TermBill, target: string, cidr: DualCidr): Asking<void> {
  yield* billHosts(walk, bill, [target], cidr);
}

/** Bills `mx` (RFC 7208 section 5.4): the addresses of the target's exchangers, none if they are more than ten. */
export function* billMx(walk: Walk, bill: TermBill, target: string, cidr: DualCidr): Asking<void> {
  const answer = yield* askOnce(walk, target, "MX");
  if (answer?.status !== "found") return noteMissing(bill, answer);
  const hosts = answer.records.flatMap((record) => (record.type === "MX" ? [withoutRoot(record.host)] : []));
  bill.names = hosts.length;
  if (hosts.length > LIMITS.names) bill.trouble = "mx-limit";
  else if (hosts.length > 0 && hosts.every((host) => host === "")) bill.trouble = "null-mx";
  else yield* billHosts(walk, bill, hosts.filter(isDomainName), cidr);
}

/** Notes that a term's own question found nothing, or had no answer. */
export function noteMissing(bill: TermBill, answer: Answer | null): void {
  bill.trouble = answer === null ? "not-asked" : answer.status === "void" ? "void" : "dns-error";
  bill.voidLookups = bill.trouble === "void" ? ONE_VOID : MAYBE_VOID;
}

function* billHosts(walk: Walk, bill: TermBill, names: string[], cidr: DualCidr): Asking<void> {
  for (const name of names) for (const type of ["A", "AAAA"] as const) askAhead(walk, name, type);
  for (const name of names) {
    const ip4 = yield* askOnce(walk, name, "A");
    const ip6 = yield* askOnce(walk, name, "AAAA");
    bill.hosts.push(hostOf(name, ip4, ip6));
  }
  bill.networks = [...new Set(bill.hosts.flatMap((host) => networksOf(host, cidr)))];
  const statuses = bill.hosts.flatMap(({ ip4Status, ip6Status }) => [ip4Status, ip6Status]);
  if (statuses.includes("not-asked")) bill.trouble = "not-asked";
  else if (statuses.includes("error")) bill.trouble = "dns-error";
  else if (statuses.every((status) => status === "void")) bill.trouble = names.length > 0 ? "void" : null;
  bill.voidLookups = voidsOf(bill.hosts);
}

function hostOf(name: string, ip4: Answer | null, ip6: Answer | null): HostBill {
  return {
    name,
    ip4: addressesOf(ip4),
    ip6: addressesOf(ip6),
    ip4Status: ip4?.status ?? "not-asked",
    ip6Status: ip6?.status ?? "not-asked",
  };
}

function addressesOf(answer: Answer | null): string[] {
  if (answer?.status !== "found") return [];
  return answer.records.flatMap((record) => {
    if (record.type !== "A" && record.type !== "AAAA") return [];
    const address = record.type === "A" ? ipv4Address(record.address) : ipv6Address(record.address);
    return address === null ? [] : [address.text];
  });
}

function networksOf(host: HostBill, cidr: DualCidr): string[] {
  return [
    ...host.ip4.map((ip) => networkText(ipv4Address(ip)!, cidr.ip4 ?? 32)),
    ...host.ip6.map((ip) => networkText(ipv6Address(ip)!, cidr.ip6 ?? 128)),
  ];
}

/** As mechanisms/mx.ts counts: one void lookup for a family in which no host has an address. */
function voidsOf(hosts: HostBill[]): Voids {
  if (hosts.length === 0) return NO_VOIDS;
  const ip4 = hosts.map(({ ip4Status }) => ip4Status);
  const ip6 = hosts.map(({ ip6Status }) => ip6Status);
  return {
    ip4: isVoid(ip4) ? 1 : 0,
    ip6: isVoid(ip6) ? 1 : 0,
    possible: isUnknown(ip4) || isUnknown(ip6) ? 1 : 0,
  };
}

const isVoid = (statuses: HostStatus[]) => statuses.every((status) => status === "void");
const isUnknown = (statuses: HostStatus[]) => !statuses.includes("found") && !isVoid(statuses);
