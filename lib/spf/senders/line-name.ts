import { ipHex } from "@/lib/net/network";
import { isUnder } from "../domain-name";
import { CHANGING_LINE, HOUSEHOLD_LINE } from "./line-words";

/** Korean access providers, under whose domains lines have names. */
const ACCESS = [
  "kornet.net",
  "kornet21.net",
  "hananet.net",
  "hanaro.com",
  "skbroadband.com",
  "bora.net",
  "lgdacom.net",
  "xpeed.com",
  "powercomm.com",
  "thrunet.com",
  "dreamx.net",
  "dlive.kr",
  "tbroad.com",
  "cjhello.com",
  "hellovision.co.kr",
  "hcn.co.kr",
  "cmb.co.kr",
];

/**
 * Whether a host's name is one that an access provider or a hoster gave to the line of whoever is there: made from the
 * address, or with a number and a word for such lines. It says nothing of who sends from there.
 */
export function isLineName(name: string, ip: string): boolean {
  const left = name.toLowerCase().slice(0, 253).replace(/\.$/, "").split(".").slice(0, -2).join(".");
  if (!/\d/.test(left) && !/[0-9a-f]{8}/.test(left)) return false;
  return (
    CHANGING_LINE.test(left) ||
    HOUSEHOLD_LINE.test(left) ||
    holdsAddress(left, ip) ||
    ACCESS.some((domain) => isUnder(name, domain))
  );
}

function holdsAddress(left: string, ip: string): boolean {
  const digits = ipHex(ip);
  if (digits === null) return false;
  return ip.includes(":") ? holdsIpv6(left, digits) : holdsIpv4(left, ip.split("."), digits.slice(24));
}

function holdsIpv4(left: string, octets: string[], hex: string): boolean {
  const padded = octets.map((octet) => octet.padStart(3, "0"));
  const whole = [hex, padded.join(""), octets.join(""), [...padded].reverse().join("")];
  if (whole.some((text) => text.length > 6 && left.includes(text))) return true;
  const numbers = (left.match(/\d+/g) ?? []).map(Number);
  const has = (...wanted: string[]) =>
    numbers.some((_, at) => wanted.every((octet, n) => numbers[at + n] === Number(octet)));
  const [, second = "", third = "", last = ""] = octets;
  return has(third, last) || has(last, third) || has(second, third) || has(third, second);
}

/** As digits with or without what parts them, the last 64 bits of either order, or the groups as they are written. */
function holdsIpv6(left: string, digits: string): boolean {
  const joined = left.replace(/[-._:]/g, "");
  const reversed = [...digits].reverse().join("");
  if ([digits.slice(16), reversed.slice(0, 16)].some((text) => joined.includes(text))) return true;
  const groups = (digits.match(/.{4}/g) ?? []).map((group) => group.replace(/^0+(?=.)/, ""));
  const shortened = groups.join("-").replace(/(?:^|-)0(?:-0)+(?:-|$)/, "--");
  return [groups.join("-"), shortened].some((text) => left.replace(/[._:]/g, "-").includes(text));
}
