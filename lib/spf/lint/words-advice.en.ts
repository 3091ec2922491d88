import { say } from "../sentence";
import type { AdviceRule } from "./rules";
import { EFFECTS_EN, USES_EN, type Words } from "./words";

/** What is said of records that can be read, in English. */
export const ADVICE_EN: Words<AdviceRule> = {
  "version-twice": () =>
    say`${"v=spf1"} stands in the record a second time, as if two records had been joined. Receivers ignore it as an unknown modifier: make it one record.`,
  "mechanism-as-modifier": ({ v }) =>
    say`${v("name")} is followed by ${"="} instead of ${":"}, so receivers ignore it as an unknown modifier and it authorises nobody. Write ${v("instead")}.`,
  "modifier-typo": ({ v }) =>
    say`SPF has no modifier ${v("name")}, so it is ignored. If ${v("near")} is meant, correct it.`,
  "unknown-modifier": ({ v }) =>
    say`SPF does not define the modifier ${v("name")}, and receivers ignore it. Remove it unless something of yours needs it.`,
  "name-ends-in-all": ({ written }) =>
    say`The domain name ends in ${written}. If a space is missing before an ${"all"}, put it there, or the ${"all"} has no effect.`,
  "repeated-space": () => say`There are several spaces in a row. They do no harm, but one is enough.`,
  "trailing-space": () =>
    say`There are spaces at the end of the record. They do no harm, but are better removed.`,
  "impossible-target": ({ written, v }) =>
    say`No SPF record can be at ${written}: each part between the dots of a name has 1 to ${63} characters. Mail that gets as far as this ${v("name")} is a permerror: correct the name.`,
  "empty-label": ({ v }) => [
    "The domain name has two dots in a row or starts with one. ",
    `DNS cannot be asked for such a name, so ${EFFECTS_EN[v("effect")]}.`,
  ],
  "long-label": ({ v }) => [
    ...say`A part of the domain name has ${v("length")} characters. DNS allows ${63}`,
    `, so ${EFFECTS_EN[v("effect")]}.`,
  ],
  "long-name": ({ v }) =>
    say`The domain name has ${v("length")} characters, and DNS allows ${253}. Receivers cut off its beginning before they look it up.`,
  "hyphen-label": ({ written }) =>
    say`${written} starts or ends with a hyphen, which no host name does. Check it for a spelling mistake.`,
  "odd-domain": ({ written, v }) => [
    ...say`The domain name holds ${written}. That is no syntax error, but hardly any such name exists. `,
    `If there is none, ${EFFECTS_EN[v("effect")]}. `,
    written.startsWith("://")
      ? "Write a name alone here, not a web address."
      : "Check whether two terms have run together.",
  ],
  "trailing-dot": () =>
    say`The dot at the end of the domain name is not needed. It means the same, but some tools misread it.`,
  "no-all": () =>
    say`The record has neither ${"all"} nor ${"redirect="} at its end, so mail from servers not listed is neutral and forgeries are not stopped. End it with ${"~all"} or ${"-all"}.`,
  "plus-all": ({ v }) =>
    say`${v("written")} lets every server in the world send for this domain: anyone can forge it, and receivers hold that against it. Write ${"~all"} or ${"-all"}.`,
  "neutral-all": ({ v }) =>
    say`${v("written")} says nothing about servers that are not listed. Once all your senders are listed, write ${"~all"} or ${"-all"}.`,
  "softfail-all": () =>
    say`${"~all"} asks receivers to accept mail from servers not listed, with suspicion. Once you are sure that all are listed, ${"-all"} asks to reject it, which may hit forwarded mail too.`,
  "after-all": ({ written, v }) =>
    say`${v("all")} matches every address, so ${written} behind it is never evaluated. If it is needed, move it before ${v("all")}; otherwise remove it.`,
  "redirect-ignored": ({ v }) =>
    say`With ${v("all")} in the record, ${"redirect="} is ignored. Remove ${"all"} to follow the other record, or else remove ${"redirect="}.`,
  "all-twice": ({ v }) =>
    say`There is more than one ${"all"}, and only the first, ${v("all")}, has an effect. Keep one.`,
  "modifier-order": ({ v }) =>
    say`${v("name")} stands before mechanisms. It works the same, but belongs at the end of the record.`,
  ptr: () =>
    say`${"ptr"} is slow and unreliable, the standard says not to use it, and some receivers skip it. Use ${"ip4"}, ${"ip6"} or ${"a"} instead.`,
  "macro-p": ({ written }) =>
    say`${written} makes receivers look up reverse names for every message, and the standard says not to use it. Use another macro or a fixed name.`,
  "include-self": () =>
    say`The record includes its own domain. Mail that gets as far as this term exceeds the lookup limit and is a permerror: remove it.`,
  "redirect-self": () =>
    say`${"redirect="} points to the domain itself. Mail that gets as far as this exceeds the lookup limit and is a permerror: name another domain or remove it.`,
  "include-twice": ({ v }) =>
    say`The same domain is included twice. ${v("wider")} has decided already, and the second only uses up the limit of ${10} lookups.`,
  "include-qualifier": ({ v }) =>
    say`${v("qualifier")} applies to servers that the included record lets pass. It does not adopt the included record’s fail; ${"include:"} without a sign is nearly always what is meant.`,
  "exp-unused": () =>
    say`This record never makes mail fail by itself, so ${"exp="} is never used. Add a term such as ${"-all"}, or remove it.`,
  "lookups-over": ({ v }) =>
    say`This record alone has ${v("count")} terms that need DNS lookups, and the limit is ${10}. Mail that matches none of the first is a permerror: use fewer.`,
  "lookups-near": ({ v }) =>
    say`This record alone has ${v("count")} terms that need DNS lookups. Together with those of included records, more than ${10} are a permerror: leave some room.`,
  "private-address": ({ written, v }) => [
    ...say`${written} is set aside for `,
    `${USES_EN[v("use")]}. No mail comes from there over the Internet: write your mail server’s public address.`,
  ],
  "host-bits": ({ v }) =>
    say`The address has bits set beyond its prefix length. What it authorises is all of ${v("instead")}: check that this is meant, and write it so.`,
  "wide-network": ({ v }) =>
    say`A prefix length of ${v("length")} authorises very many addresses (2 to the power of ${v("bits")}). Everyone among them can send for this domain: list only servers that do.`,
  "whole-internet": ({ written }) =>
    say`${written} authorises every address of its kind, which is as good as ${"+all"}. List only the addresses that send mail.`,
  "duplicate-term": ({ written, v }) =>
    say`${written} asks what ${v("wider")} before it has asked already. It changes nothing: remove it.`,
  covered: ({ written, v }) =>
    say`${written} lies within ${v("wider")} before it. It changes nothing and can be removed.`,
  conflicting: ({ written, v }) =>
    say`${written} has no effect, because ${v("wider")} before it matches first, with another result. If it is meant as an exception, move it before.`,
  redundant: ({ written, v }) =>
    say`${written} lies within ${v("wider")} behind it, with the same result, and is not needed.`,
  "default-written": ({ v }) =>
    say`${v("written")} is the default and means the same when left out. The record gets shorter without it.`,
  "mapped-address": ({ v }) =>
    say`This is an IPv4 address written as IPv6. Receivers treat such clients as IPv4, so this term never matches. Write ${v("instead")}.`,
  "long-string": ({ v }) =>
    say`The record has ${v("length")} characters, and one TXT string holds ${255}. Publish it as several strings, and mind that they are joined without a space.`,
  "long-record": ({ v }) =>
    say`The record has ${v("length")} characters, more than the ${450} that are advised. The answer may not fit into a UDP packet, and some receivers then fail to read it: shorten or divide it.`,
};
