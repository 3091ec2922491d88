import { ipv4Address, ipv6Address } from "../address";
import { found } from "./finding";
import { isNearlyTerm, isTerm } from "./is-term";
import type { Broken, Repair } from "./repairs";

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z]{2,}\.?(?:\/\d+)?$/i;

/** A term as qualifier, name with its colon, and argument, and where the last two start. */
function partsOf({ term: { text, from } }: Broken) {
  const qualifier = /^[-+~?]/.test(text) ? 1 : 0;
  const colon = text.indexOf(":") + 1;
  const name = text.slice(qualifier, Math.max(qualifier, colon - 1)).toLowerCase();
  return { name, nameAt: from + qualifier, argument: text.slice(colon), argumentAt: from + colon };
}

/** The mechanism for a written address or network; null for what is none. */
export function familyOf(written: string): "ip4" | "ip6" | null {
  const address = written.replace(/\/\d{0,6}$/, "");
  if (ipv4Address(address)) return "ip4";
  return address.includes(":") && ipv6Address(address) ? "ip6" : null;
}

/** `ip4:2001:db8::1`, `ip6:192.0.2.1`, `ip4:mail.example.com`, `a:192.0.2.1`: another mechanism is meant. */
function wrongMechanism(broken: Broken) {
  const { name, nameAt, argument, argumentAt } = partsOf(broken);
  const isIp = name === "ip4" || name === "ip6";
  if (!isIp && !["a", "mx", "include"].includes(name)) return null;
  const family = familyOf(argument);
  const instead = family ?? (isIp && HOST.test(argument) ? "a" : null);
  if (instead === null || instead === name) return null;
  const rule =
    family === null ? "name-in-ip" : !isIp ? "ip-in-name" : family === "ip6" ? "ip6-in-ip4" : "ip4-in-ip6";
  const whole = `${instead}:${argument}`;
  const fix = isNearlyTerm(whole) ? { from: nameAt, to: nameAt + name.length, text: instead } : null;
  const span = { from: argumentAt, to: argumentAt + argument.length };
  return [found(rule, span, { name, instead: whole }, fix)];
}

/** An address or a host name without a mechanism. */
function bare({ term: { text, from, to } }: Broken) {
  const qualifier = /^[-+~?]/.test(text) ? 1 : 0;
  const written = text.slice(qualifier);
  const span = { from: from + qualifier, to };
  const family = familyOf(written);
  const instead = `${family}:${written}`;
  if (family !== null) {
    const fix = isNearlyTerm(instead) ? { from: span.from, to: span.from, text: `${family}:` } : null;
    return [found("bare-address", span, { instead }, fix)];
  }
  return text.length < 300 && HOST.test(written)
    ? [found("bare-name", span, { a: `a:${written}`, include: `include:${written}` })]
    : null;
}

/** `ip6:[2001:db8::1]`, `ip4:192.0.2.1:25`: brackets or a port around an address. */
function addressExtra(broken: Broken) {
  const { name, argument, argumentAt } = partsOf(broken);
  if (name !== "ip4" && name !== "ip6") return null;
  const inner =
    /^\[([0-9a-f:.]{2,45})\](?::\d{1,5})?$/i.exec(argument)?.[1] ??
    /^([0-9.]{7,15}):\d{1,5}$/.exec(argument)?.[1];
  if (inner === undefined || !isTerm(`${name}:${inner}`)) return null;
  const all = { from: argumentAt, to: argumentAt + argument.length };
  const span = argument.startsWith("[") ? all : { from: argumentAt + inner.length, to: all.to };
  return [found("address-extra", span, { instead: `${name}:${inner}` }, { ...all, text: inner })];
}

/** `ip4:%{i}`: addresses take no macros (RFC 7208 section 5.6). */
function macroInIp(broken: Broken) {
  const { name, argument, argumentAt } = partsOf(broken);
  if ((name !== "ip4" && name !== "ip6") || !argument.includes("%")) return null;
  return [found("macro-in-ip", { from: argumentAt, to: argumentAt + argument.length }, { name })];
}

/** Repairs of terms whose address and mechanism do not go together. */
export const ADDRESS_REPAIRS: Repair[] = [macroInIp, addressExtra, wrongMechanism, bare];
