import type { ProblemWords } from "../words";
import { phrase } from "./phrase";

/** What is wrong with a record's text, in English. */
export const problems: ProblemWords = {
  version: ({ offending }) =>
    phrase`The record begins with ${offending}; an SPF record begins with v=spf1 and a space.`,
  "illegal-character": ({ offending }) =>
    phrase`${offending} is not allowed: a record consists of printable ASCII characters and spaces.`,
  "unknown-mechanism": ({ offending }) =>
    phrase`${offending} is no mechanism; there are all, include, a, mx, ptr, ip4, ip6 and exists.`,
  "modifier-as-mechanism": ({ offending }) =>
    phrase`${offending} is a modifier; after its name comes “=”, with no space.`,
  "modifier-name": ({ offending }) =>
    phrase`${offending} cannot be the name of a modifier: it begins with a letter, and goes on with letters, digits, “-”, “_” and “.”.`,
  "modifier-with-qualifier": ({ offending, term }) =>
    phrase`${term} begins with ${offending}, but a modifier takes no qualifier.`,
  "modifier-twice": ({ offending }) =>
    phrase`${offending} is one too many: redirect and exp may stand in a record only once each.`,
  "missing-argument": ({ offending }) => phrase`${offending} lacks its value, which follows after “:”.`,
  "argument-not-allowed": ({ offending, term }) =>
    phrase`${term} has ${offending} at its end, but all takes no value.`,
  "cidr-not-allowed": ({ offending, term }) =>
    phrase`${term} ends in ${offending}, but only a, mx, ip4 and ip6 take a prefix length.`,
  "cidr-syntax": ({ offending, term }) =>
    phrase`${offending} in ${term} is no prefix length: that is “/” and a number without leading zeros, and “//” before one for IPv6 addresses of a and mx.`,
  "cidr-range": ({ offending, longestPrefix }) =>
    phrase`${offending} is too long a prefix: it has ${longestPrefix} bits at most.`,
  "bad-ip4": ({ offending }) =>
    phrase`${offending} is no IPv4 address: four numbers from 0 to 255 without leading zeros, with dots between.`,
  "bad-ip6": ({ offending }) => phrase`${offending} is no IPv6 address.`,
  "empty-domain": ({ term }) => phrase`${term} lacks a domain name at its end.`,
  "single-label": ({ offending }) =>
    phrase`${offending} is only one label; a domain name here has at least two.`,
  "numeric-toplabel": ({ offending }) =>
    phrase`A domain name cannot end in ${offending}, which is all digits; an address is given with ip4.`,
  "bad-toplabel": ({ offending }) =>
    phrase`A domain name cannot end in ${offending}: its last label has letters, digits and hyphens, and a hyphen neither first nor last.`,
  "macro-percent": ({ offending, term }) =>
    phrase`The ${offending} in ${term} begins no macro; a percent sign itself is written %%.`,
  "macro-unclosed": ({ offending }) => phrase`The macro ${offending} lacks its closing brace.`,
  "macro-letter": ({ offending }) =>
    phrase`${offending} is no macro; the letters are s, l, o, d, i, p, v and h.`,
  "macro-zero": ({ offending }) => phrase`${offending} keeps 0 parts; the number must be at least 1.`,
  "macro-transformer": ({ offending }) =>
    phrase`${offending} is no macro: after its letter come only a number, r, and delimiters of . - + , / _ =`,
  "macro-exp-only": ({ offending }) =>
    phrase`${offending} may stand only in the text of an explanation, and not in a record.`,
};
