import { expand } from "../macro";
import type { MacroString } from "../record";
import { run, type Session } from "../session";

/** Of a check; nothing is taken from it where all macros are `%{d}`. */
const NO_SESSION = {} as Session;

/** What a macro-string becomes whatever the message; null where it hangs on one, or on a domain that is not known. */
export function knownExpansion(spec: MacroString, domain: string | null): string | null {
  if (spec.letters === "") return spec.parts.join("");
  if (domain === null || /[^d]/.test(spec.letters)) return null;
  const expanded = run(expand(NO_SESSION, spec, domain));
  return typeof expanded === "string" ? expanded : null;
}
