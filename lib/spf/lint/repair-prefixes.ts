import { ipv4Value } from "../address";
import { found } from "./finding";
import { isTerm } from "./is-term";
import type { Broken, Repair } from "./repairs";

/** `ip4:192.0.2.0/255.255.255.0`: a netmask where a prefix length belongs. */
function netmask({ term: { text, from, to } }: Broken) {
  const slash = text.lastIndexOf("/") + 1;
  const mask = slash > 0 ? ipv4Value(text.slice(slash)) : -1;
  if (mask < 0 || !/^[-+~?]?(?:ip4|a|mx)[:/]/i.test(text)) return null;
  const length = Math.clz32(~mask);
  const isContiguous = length === 32 || (mask << length) >>> 0 === 0;
  const span = { from: from + slash, to };
  if (!isContiguous) return [found("prefix-netmask", span)];
  const instead = `/${length}`;
  return [found("prefix-netmask", span, { instead }, { ...span, text: String(length) })];
}

/** `/024`: a leading zero (RFC 7208 section 5.6). */
function leadingZero({ term: { text, from }, problems }: Broken) {
  const zeros = problems.flatMap((problem) => {
    if (problem.code !== "cidr-syntax") return [];
    const written = text.slice(problem.from - from, problem.to - from);
    const [, slashes, zero, digits] = /^(\/{1,2})(0{1,50})(\d{1,3})$/.exec(written) ?? [];
    if (zero === undefined) return [];
    const span = { from: problem.from + slashes!.length, to: problem.to - digits!.length };
    const fix = digits === "0" ? null : { ...span, text: "" };
    return [found("prefix-leading-zero", span, { instead: `${slashes}${digits}` }, fix)];
  });
  return zeros.length > 0 ? zeros : null;
}

/** `a/24/64` for `a/24//64`, and `ip6:2001:db8:://32` for one slash (RFC 7208 sections 5.3 and 5.6). */
function slashes({ term: { text, from, to } }: Broken) {
  const [, written, ip4, ip6] = /((?:\/(\d{1,2}))?(\/{1,3})\d{1,3})$/.exec(text.slice(-12)) ?? [];
  if (written === undefined || ip6 === undefined) return null;
  const isIp = /^[-+~?]?ip[46]:/i.test(text);
  const meant = isIp ? "/" : "//";
  if (ip6 === meant || (isIp && ip4 !== undefined) || (!isIp && ip4 === undefined && ip6 === "/"))
    return null;
  const at = text.length - written.length + (ip4 === undefined ? 0 : ip4.length + 1);
  const instead = text.slice(0, at) + meant + text.slice(at + ip6.length);
  const span = { from: from + at, to: from + at + ip6.length };
  return isTerm(instead) && span.to < to
    ? [found("prefix-slashes", span, { instead }, { ...span, text: meant })]
    : null;
}

/** Repairs of prefix lengths. */
export const PREFIX_REPAIRS: Repair[] = [netmask, leadingZero, slashes];
