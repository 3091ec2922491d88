import { isDomainName, truncated, withoutRoot } from "../domain-name";
import type { DomainSpec, Term } from "../record";
import type { TermBill } from "./bill";
import { knownExpansion } from "./known-macro";
import { NO_VOIDS } from "./voids";

/** A term's bill before anything was asked: what it says, and the name it is about as far as that is known. */
export function openTerm(term: Term, domain: string | null): TermBill {
  const { from, to, text } = term;
  const bill: TermBill = {
    from,
    to,
    text,
    name: term.kind === "directive" ? term.mechanism.name : term.kind === "modifier" ? term.name : "",
    qualifier: term.kind === "directive" ? term.qualifier : null,
    isReached: term.kind !== "broken",
    lookups: 0,
    voidLookups: NO_VOIDS,
    target: null,
    isMacro: false,
    trouble: null,
    networks: [],
    hosts: [],
    names: 0,
    explanation: null,
    within: null,
  };
  const spec = specOf(term);
  return spec === undefined ? bill : { ...bill, ...targetOf(spec, domain) };
}

/** A term's domain-spec, null where it is about the domain itself, undefined where it is about no name. */
function specOf(term: Term): DomainSpec | null | undefined {
  if (term.kind === "broken") return undefined;
  if (term.kind === "modifier")
    return term.name === "redirect" || term.name === "exp" ? term.value : undefined;
  return "domainSpec" in term.mechanism ? term.mechanism.domainSpec : undefined;
}

/** The name as macro.ts would have it (RFC 7208 sections 4.8 and 7.3), for any client. */
function targetOf(
  spec: DomainSpec | null,
  domain: string | null,
): Pick<TermBill, "target" | "isMacro" | "trouble"> {
  const isMacro = spec !== null && spec.letters !== "";
  const written = spec === null ? domain : knownExpansion(spec, domain);
  if (written === null) return { target: null, isMacro, trouble: "unknown-target" };
  const target = truncated(withoutRoot(written));
  return isDomainName(target)
    ? { target, isMacro, trouble: null }
    : { target: null, isMacro, trouble: "invalid-target" };
}
