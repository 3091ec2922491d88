import type { MacroWords } from "../macro-words";
import { phrase } from "./phrase";

/** What macros stand for, in English. */
export const macros: MacroWords = {
  letters: {
    s: "Becomes the whole sender address.",
    l: "Becomes the local part of the sender address, before the @.",
    o: "Becomes the domain of the sender address, after the @.",
    d: "Becomes the domain whose record is being evaluated; in an included record that is the included domain.",
    i: "Becomes the IP address of the sending server. IPv6 is written with a dot after each hexadecimal digit.",
    p: "Becomes the sending server’s confirmed reverse DNS name, or “unknown” where there is none. It is slow and unreliable, and RFC 7208 advises against it.",
    v: "Becomes “in-addr” for IPv4 and “ip6” for IPv6.",
    h: "Becomes the name that the sending server gave in HELO or EHLO.",
    c: "Becomes the IP address of the sending server in readable form.",
    r: "Becomes the name of the mail server that makes the check.",
    t: "Becomes the time of the check, in seconds since 1970.",
  },
  cut({ delimiters, isReversed, digits }) {
    const at = delimiters.flatMap((one, n) => phrase`${[n === 0 ? "“" : ", “"]}${one}”`);
    const steps = [
      phrase`The value is split at ${at}`,
      ...(isReversed ? [phrase`turned round`] : []),
      ...(digits === null
        ? []
        : [digits === 1 ? phrase`cut down to its last part` : phrase`cut down to its last ${digits} parts`]),
    ];
    const between = steps.length === 1 ? " " : ", ";
    return phrase`${steps.flatMap((step) => phrase`${step}${[between]}`)}and joined again with dots.`;
  },
  escaped: "It is in upper case, so special characters are escaped for use in a URL.",
  literals: {
    "%%": "Stands for a single percent sign.",
    "%_": "Stands for a space.",
    "%-": "Stands for a space as URLs write it, %20.",
  },
};
