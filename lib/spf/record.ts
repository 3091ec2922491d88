import type { Network } from "./address";

/** Where something stands in a record's text: `to` is the index after it. */
export interface Span {
  from: number;
  to: number;
}

/** What is wrong with the text of a record; each makes the whole record a permerror (RFC 7208 section 4.6). */
export type ProblemCode =
  | "version"
  | "illegal-character"
  | "unknown-mechanism"
  | "modifier-as-mechanism"
  | "modifier-name"
  | "modifier-with-qualifier"
  | "modifier-twice"
  | "missing-argument"
  | "argument-not-allowed"
  | "cidr-not-allowed"
  | "cidr-syntax"
  | "cidr-range"
  | "bad-ip4"
  | "bad-ip6"
  | "empty-domain"
  | "single-label"
  | "numeric-toplabel"
  | "bad-toplabel"
  | "macro-percent"
  | "macro-unclosed"
  | "macro-letter"
  | "macro-zero"
  | "macro-transformer"
  | "macro-exp-only";

/** A syntax error of a record. */
export interface Problem extends Span {
  code: ProblemCode;
}

/** `%{letter digits r delimiters}` (RFC 7208 section 7.1); `isEscaped` for an upper case letter. */
export interface Macro {
  letter: string;
  digits: number | null;
  isReversed: boolean;
  delimiters: string;
  isEscaped: boolean;
}

/**
 * A macro-string, or a domain-spec, which is one that ends as a domain does (RFC 7208 section 7.1). `parts` are macros
 * and the text between them, with `%%`, `%_` and `%-` resolved; `letters` those of its macros in lower case.
 */
export interface MacroString extends Span {
  text: string;
  parts: (string | Macro)[];
  letters: string;
}

export type DomainSpec = MacroString;

/** Prefix lengths of `a` and `mx`; null where not written, which stands for 32 and 128 (RFC 7208 section 5.3). */
export interface DualCidr {
  ip4: number | null;
  ip6: number | null;
}

export type Qualifier = "+" | "-" | "~" | "?";

export type Mechanism =
  | { name: "all" }
  | { name: "include" | "exists"; domainSpec: DomainSpec }
  | { name: "a" | "mx"; domainSpec: DomainSpec | null; cidr: DualCidr }
  | { name: "ptr"; domainSpec: DomainSpec | null }
  | { name: "ip4" | "ip6"; network: Network };

/** A mechanism with its qualifier, which is "+" where none is written (RFC 7208 section 4.6.2). */
export interface Directive extends Span {
  kind: "directive";
  text: string;
  qualifier: Qualifier;
  mechanism: Mechanism;
}

/** `redirect=`, `exp=` or one unknown to RFC 7208, whose value is any macro-string (section 6); `name` in lower case. */
export interface Modifier extends Span {
  kind: "modifier";
  text: string;
  name: string;
  value: MacroString;
}

/** A term with a syntax error. */
export interface BrokenTerm extends Span {
  kind: "broken";
  text: string;
}

export type Term = Directive | Modifier | BrokenTerm;

/** A record as it is written, and what of it counts. With any problem it is a permerror (RFC 7208 section 4.6). */
export interface SpfRecord {
  text: string;
  terms: Term[];
  problems: Problem[];
  directives: Directive[];
  redirect: Modifier | null;
  exp: Modifier | null;
}
