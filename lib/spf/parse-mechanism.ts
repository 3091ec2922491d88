import { type Address, ipv4Address, ipv6Address, networkText } from "./address";
import { readDualCidr, readLength, startOfCidr } from "./cidr";
import { readDomainSpec } from "./domain-spec";
import type { DomainSpec, Mechanism, Problem, Span } from "./record";

/** The name of a mechanism and where what follows it starts. */
interface Named extends Span {
  name: string;
  argument: number;
}

/** Reads a mechanism behind its qualifier (RFC 7208 section 5); null, with problems, for what is none. */
export function readMechanism(text: string, { from, to }: Span, problems: Problem[]): Mechanism | null {
  const length = text.slice(from, to).search(/[:/]/);
  const argument = length < 0 ? to : from + length;
  const name = text.slice(from, argument).toLowerCase();
  const named = { name, from, to, argument };
  switch (name) {
    case "all":
      if (argument < to) problems.push({ code: "argument-not-allowed", from: argument, to });
      return { name };
    case "include":
    case "exists": {
      const domainSpec = readTarget(text, named, problems);
      if (!domainSpec) problems.push({ code: "missing-argument", from, to: argument });
      return domainSpec && { name, domainSpec };
    }
    case "ptr":
      return { name, domainSpec: readTarget(text, named, problems) };
    case "a":
    case "mx": {
      const slash = startOfCidr(text, { from: argument, to });
      const domainSpec = readTarget(text, { ...named, to: slash }, problems);
      return { name, domainSpec, cidr: readDualCidr(text, { from: slash, to }, problems) };
    }
    case "ip4":
    case "ip6":
      return readIp(text, named, name, problems);
  }
  const code = name === "redirect" || name === "exp" ? "modifier-as-mechanism" : "unknown-mechanism";
  problems.push({ code, ...(name === "" ? { from: Math.min(from, to - 1), to } : { from, to: argument }) });
  return null;
}

/** Reads `:domain-spec`; null where no colon follows the name. Prefix lengths are refused here. */
function readTarget(text: string, { argument, to }: Named, problems: Problem[]): DomainSpec | null {
  const slash = startOfCidr(text, { from: argument, to });
  if (slash < to) problems.push({ code: "cidr-not-allowed", from: slash, to });
  if (text[argument] === ":" && argument < slash)
    return readDomainSpec(text, { from: argument + 1, to: slash }, problems);
  if (argument < slash) problems.push({ code: "cidr-syntax", from: argument, to: slash });
  return null;
}

/** RFC 7208 section 5.6: an address in full, and perhaps one prefix length. */
function readIp(text: string, named: Named, name: "ip4" | "ip6", problems: Problem[]): Mechanism | null {
  const from = named.argument + 1;
  if (text[named.argument] !== ":" || from >= named.to) {
    problems.push({ code: "missing-argument", from: named.from, to: named.to });
    return null;
  }
  const slash = text.slice(from, named.to).indexOf("/");
  const end = slash < 0 ? named.to : from + slash;
  const address = readAddress(name, text.slice(from, end));
  if (!address) problems.push({ code: name === "ip4" ? "bad-ip4" : "bad-ip6", from, to: end });
  const bits = name === "ip4" ? 32 : 128;
  const length = end === named.to ? bits : readLength(text, { from: end, to: named.to }, 1, bits, problems);
  return address && { name, network: { address, length, text: networkText(address, length) } };
}

function readAddress(name: "ip4" | "ip6", text: string): Address | null {
  if (name === "ip4") return ipv4Address(text);
  return text.includes(":") ? ipv6Address(text) : null;
}
