import type { Network } from "../address";
import { startOfCidr } from "../cidr";
import type { Directive, DualCidr, Span } from "../record";
import { type Finding, found } from "./finding";
import { isMapped, specialUse } from "./special-networks";

/** Networks shorter than these are wider than what one sender has. */
const LEAST = { ip4: 16, ip6: 32 };

/** What can be said of an `ip4` or `ip6` by itself (RFC 7208 section 5.6). */
export function adviseAddress(text: string, term: Directive, network: Network): Finding[] {
  const { address, length } = network;
  const from = text.indexOf(":", term.from) + 1;
  const span = { from, to: term.to };
  if (isMapped(network)) return [found("mapped-address", span, mappedValues(network))];
  const findings: Finding[] = [];
  const slash = startOfCidr(text, span);
  const prefix = { from: slash, to: term.to };
  const bits = address.isIpv4 ? 32 : 128;
  if (slash < term.to && length === bits)
    findings.push(found("default-written", prefix, { written: `/${bits}` }, { ...prefix, text: "" }));
  else if (length < bits && `${address.text}/${length}` !== network.text)
    findings.push(found("host-bits", span, { instead: network.text }, { ...span, text: network.text }));
  const use = specialUse(network);
  if (use) findings.push(found("private-address", span, { use }));
  else if (term.qualifier === "+")
    findings.push(...adviseWidth(address.isIpv4 ? "ip4" : "ip6", length, prefix));
  return findings;
}

function mappedValues({ address, length }: Network): Record<string, string> {
  const value = Number.parseInt(address.digits.slice(24), 16);
  const quad = [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");
  return { instead: `ip4:${quad}${length === 128 ? "" : `/${length - 96}`}` };
}

function adviseWidth(family: "ip4" | "ip6", length: number, span: Span): Finding[] {
  if (length === 0) return [found("whole-internet", span)];
  if (length >= LEAST[family]) return [];
  return [found("wide-network", span, { length, bits: (family === "ip4" ? 32 : 128) - length })];
}

/** What can be said of the prefix lengths of an `a` or `mx` (RFC 7208 section 5.3). */
export function adviseCidr(text: string, term: Directive, { cidr }: { cidr: DualCidr }): Finding[] {
  const start = startOfCidr(text, term);
  const double = text.indexOf("//", start);
  const ip6At = double < start || double >= term.to ? term.to : double;
  const sides = [
    { family: "ip4", length: cidr.ip4, bits: 32, written: "/32", span: { from: start, to: ip6At } },
    { family: "ip6", length: cidr.ip6, bits: 128, written: "//128", span: { from: ip6At, to: term.to } },
  ] as const;
  return sides.flatMap(({ family, length, bits, written, span }) => {
    if (length === null) return [];
    if (length === bits) return [found("default-written", span, { written }, { ...span, text: "" })];
    return term.qualifier === "+" ? adviseWidth(family, length, span) : [];
  });
}
