import { say } from "../sentence";
import type { SyntaxRule } from "./rules";
import type { Words } from "./words";

/** What is said of texts that cannot be read as a record, in English. */
export const SYNTAX_EN: Words<SyntaxRule> = {
  "version-missing": () =>
    say`An SPF record starts with ${"v=spf1"} and a space. A TXT record that does not is no SPF record, so the domain is treated as having none.`,
  "version-typo": ({ written }) =>
    say`${written} is not the version of SPF. Write exactly ${"v=spf1"}, or receivers do not see an SPF record here.`,
  "version-glued": () =>
    say`There is no space right behind ${"v=spf1"}, so receivers do not see an SPF record here. Put one space between the version and the first term.`,
  "leading-space": () =>
    say`The text starts with a space, so it is no SPF record. Remove it: the very first characters must be ${"v=spf1"}.`,
  "sender-id": () =>
    say`${"spf2.0"} records belong to Sender ID, which is obsolete; receivers that check SPF do not read them. Remove this one and publish a ${"v=spf1"} record.`,
  "no-break-space": ({ v }) =>
    say`This is not an ordinary space (${v("points")}); it often comes along when text is copied from a web page. It breaks the whole record: replace it with an ordinary space.`,
  "white-space": () =>
    say`There is a tab or a line break. Only spaces separate terms, so the whole record is in error: replace it with a space.`,
  "invisible-character": ({ v }) =>
    say`There is a character that cannot be seen (${v("points")}), and it breaks the whole record. Remove it.`,
  "pasted-dash": ({ v }) =>
    say`This looks like a hyphen but is another character (${v("points")}), often put there by a word processor. Write a plain ${"-"} instead.`,
  "pasted-tilde": ({ v }) =>
    say`This looks like a tilde but is another character (${v("points")}). Write a plain ${"~"}, or the whole record is in error.`,
  "pasted-quote": ({ v }) =>
    say`There is a typographic quotation mark (${v("points")}). SPF records hold no quotation marks: remove it.`,
  "full-width": ({ v }) =>
    say`There are full-width characters (${v("points")}), which break the whole record. Type them again as ordinary ASCII characters.`,
  "unicode-domain": ({ v }) =>
    say`A domain in another script cannot stand in a record as it is. Write the form that DNS uses: ${v("instead")}.`,
  "look-alike": ({ v }) =>
    say`${v("label")} mixes ASCII letters with ${v("letter")} (${v("points")}), a letter of another alphabet that can look just like an ASCII one. The domain it spells is another, perhaps a stranger’s: type the name again.`,
  "illegal-character": ({ v }) =>
    say`No SPF record may hold this character (${v("points")}). Only ASCII characters and spaces are allowed, and one other is enough to break the whole record.`,
  quotes: () =>
    say`A quotation mark has become part of the record. Quotes only enclose strings in zone files; in a DNS provider's form, enter the record without them.`,
  "stray-punctuation": ({ written }) =>
    say`${written} means nothing in SPF and breaks the whole record. Terms are separated by spaces only: remove it or put a space there.`,
  "trailing-text": ({ written }) =>
    say`${written} at the end is no SPF term. Nothing is evaluated there, yet a syntax error anywhere makes the whole record invalid: remove it.`,
  "unknown-mechanism": ({ written }) =>
    say`SPF has no mechanism ${written}. One unknown mechanism makes the whole record a permerror: correct it or remove it.`,
  "mechanism-typo": ({ v }) =>
    say`SPF has no ${v("name")}; this is probably meant to be ${v("near")}. As written, the whole record is a permerror.`,
  "bare-address": ({ v }) =>
    say`An address stands here without a mechanism. Write ${v("instead")} to authorise it.`,
  "bare-name": ({ v }) =>
    say`A name stands here without a mechanism. Write ${v("a")} to authorise that host's addresses, or ${v("include")} to include that domain's SPF record.`,
  "ip6-in-ip4": ({ v }) => say`This is an IPv6 address in an ${"ip4"} mechanism. Write ${v("instead")}.`,
  "ip4-in-ip6": ({ v }) => say`This is an IPv4 address in an ${"ip6"} mechanism. Write ${v("instead")}.`,
  "name-in-ip": ({ v }) =>
    say`${v("name")} takes IP addresses only, and this is a host name. Write ${v("instead")} to authorise that host's addresses.`,
  "ip-in-name": ({ v }) =>
    say`${v("name")} takes a domain name, and this is an IP address. Write ${v("instead")}.`,
  "web-address": ({ v }) =>
    say`This is a web address, and SPF takes a domain name alone. Write ${v("instead")} if that is the domain with the SPF record or the server.`,
  port: ({ written, v }) =>
    say`${written} is a port number, and SPF takes a domain name alone. Write ${v("instead")}.`,
  "macro-in-ip": ({ v }) =>
    say`${v("name")} takes no macros. Write the address itself, or use ${"exists"} if you need a macro.`,
  "address-extra": ({ v }) =>
    say`Brackets or a port number surround the address; SPF takes the address alone. Write ${v("instead")}.`,
  "bad-ip4": ({ written }) =>
    say`${written} is no IPv4 address. Write four numbers from 0 to 255 with dots between them and no leading zeros.`,
  "bad-ip6": ({ written }) =>
    say`${written} is no IPv6 address. Write up to eight groups of hexadecimal digits with colons between them, and ${"::"} at most once.`,
  "prefix-leading-zero": ({ v }) =>
    say`The prefix length has a leading zero, which makes the whole record a permerror. Write ${v("instead")}.`,
  "prefix-too-long": ({ written }) =>
    say`${written} is longer than the address. IPv4 prefixes go up to ${32}, IPv6 prefixes up to ${128}.`,
  "prefix-syntax": ({ written }) =>
    say`${written} cannot be read as a prefix length. Write it like ${"/24"}; only the IPv6 length of ${"a"} and ${"mx"} is written like ${"//64"}.`,
  "prefix-netmask": () => say`SPF takes no netmasks. Write a prefix length such as ${"/24"}.`,
  "prefix-slashes": ({ v }) =>
    say`The prefix length has the wrong number of slashes. Write ${v("instead")}; two slashes are for the IPv6 length of ${"a"} and ${"mx"} only.`,
  "prefix-not-allowed": ({ v }) =>
    say`${v("name")} takes no prefix length. Remove the slash and what follows it.`,
  "space-in-term": ({ v }) =>
    say`A space splits one term in two, and neither can be read. Write ${v("instead")} without a space.`,
  "missing-value": ({ v }) =>
    say`${v("name")} has no value, which makes the whole record a permerror. Give it one or remove it.`,
  "wrong-separator": ({ v }) => say`${v("name")} is followed by ${v("meant")}. Write ${v("instead")}.`,
  "qualifier-on-modifier": ({ written }) =>
    say`A modifier, which has the form ${"name=value"}, takes no ${written} before it. Remove the sign.`,
  "modifier-name": ({ written }) =>
    say`${written} is no name of a modifier. A name starts with a letter and holds only letters, digits, ${"-"}, ${"_"} and ${"."}.`,
  "glued-all": ({ v }) =>
    /^[-~?]/.test(String(v("all")))
      ? say`There is no space before ${v("all")}, so it is read as part of the term before it. Put one space between them.`
      : say`There is no space before ${v("all")}, so it is read as part of the term before it. By itself it would let everyone pass: write ${"~all"} or ${"-all"} behind a space.`,
  "glued-terms": ({ written }) =>
    say`Two terms run into each other. DNS joins the strings of a long record without a space, so put one before ${written}.`,
  "all-argument": ({ written }) => say`${"all"} takes nothing behind it. Remove ${written}.`,
  "modifier-twice": ({ v }) =>
    say`${v("name")} may stand in a record only once; twice makes the whole record a permerror. Keep one.`,
  "macro-percent": () =>
    say`${"%"} starts a macro. Complete it, as in ${"%{d}"}, or write ${"%%"} for a percent sign.`,
  "macro-unclosed": ({ written }) =>
    say`The macro ${written} is not closed, which makes the whole record a permerror. Put ${"}"} at its end.`,
  "macro-letter": ({ written }) =>
    say`${written} has a letter that SPF does not know. The letters are ${"s l o d i p h v"}.`,
  "macro-zero": ({ written }) =>
    say`${written} keeps zero parts of its value, which is not allowed. Write 1 or more, or no number.`,
  "macro-transformer": ({ written }) =>
    say`${written} cannot be read behind its letter. There may be digits, then ${"r"}, then delimiters out of ${". - + , / _ ="}, in this order.`,
  "macro-exp-only": ({ written }) =>
    say`${written} is for explanations (what ${"exp="} points to) only. In a record it is a permerror.`,
  "single-label": ({ written }) =>
    say`${written} is a name without a dot. SPF takes full domain names such as ${"mail.example.com"}.`,
  "numeric-toplabel": ({ written }) =>
    say`The domain name ends in the number ${written}, which no top-level domain is. For an address, use ${"ip4:"}.`,
  "bad-toplabel": ({ written }) =>
    say`The domain name ends in ${written}, which is not valid. It must end in a top-level domain or in a macro.`,
};
