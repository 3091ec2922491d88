import type { Part } from "../../sentence";
import type { VerdictScene, VerdictWords } from "../words";
import { count, phrase } from "./phrase";

/** The verdict, in English. */
export const verdict: VerdictWords = {
  matched: {
    pass: (scene) =>
      phrase`pass: ${scene.ip} is allowed to send mail for ${scene.domain} (by ${place(scene)}).`,
    fail: (scene) =>
      phrase`fail: ${scene.ip} is not allowed to send mail for ${scene.domain} (by ${place(scene)}).`,
    softfail: (scene) =>
      phrase`softfail: ${scene.ip} is probably not allowed to send mail for ${scene.domain} (by ${place(scene)}).`,
    neutral: (scene) =>
      phrase`neutral: ${scene.domain} does not say whether ${scene.ip} may send its mail (by ${place(scene)}).`,
    none: (scene) => phrase`none: nothing is known about ${scene.ip} and ${scene.domain} (${place(scene)}).`,
    temperror: (scene) =>
      phrase`temperror: ${scene.ip} could not be checked for ${scene.domain} this time (${place(scene)}).`,
    permerror: (scene) =>
      phrase`permerror: ${scene.ip} cannot be checked for ${scene.domain} (${place(scene)}).`,
  },
  reasons: {
    "no-match": (scene) =>
      phrase`neutral: ${scene.domain} does not say whether ${scene.ip} may send its mail, for nothing in ${place(scene)} matches.`,
    "bad-ip": ({ ip }) => phrase`none: ${ip} is no IP address, so there was nothing to check.`,
    "bad-domain": ({ ip, domain }) =>
      phrase`none: ${domain} is no domain name of at least two labels, so ${ip} could not be checked.`,
    "no-record": ({ ip, domain }) =>
      phrase`none: ${domain} has no SPF record, so nothing says whether ${ip} may send its mail.`,
    "several-records": (scene) => phrase`${permerror(scene)}: ${scene.at} has more than one SPF record.`,
    syntax: (scene) => phrase`${permerror(scene)}: there is a syntax error in ${place(scene)}.`,
    "dns-error": (scene) =>
      phrase`temperror: ${scene.ip} could not be checked for ${scene.domain} this time: DNS gave no answer for ${place(scene)}.`,
    "lookup-limit": (scene) =>
      phrase`${permerror(scene)}: more than 10 terms need DNS, and the limit was met at ${place(scene)}.`,
    "void-limit": (scene) =>
      phrase`${permerror(scene)}: DNS had nothing for more than 2 lookups, the last at ${place(scene)}.`,
    "mx-limit": (scene) => phrase`${permerror(scene)}: there are more than 10 MX hosts for ${place(scene)}.`,
    "include-none": (scene) =>
      phrase`${permerror(scene)}: ${place(scene)} includes a domain that has no SPF record.`,
    "redirect-none": (scene) =>
      phrase`${permerror(scene)}: ${place(scene)} leads to a domain that has no SPF record.`,
  },
  path: (at, terms) => phrase`The way to the record of ${at} is ${terms.flatMap(then)}.`,
  included: (include, term, at) =>
    phrase`${include} matches because the client passes by ${term} in the record of ${at}.`,
  budget: (lookups, voidLookups) =>
    phrase`The check used ${count(lookups, "lookup")} (at most 10), of which ${voidLookups} came back void (at most 2).`,
  noExplanation: (at) => phrase`${at} gives no explanation of its own (there is no exp).`,
  explanation: {
    given: (text) => phrase`The domain's own explanation: ${text}`,
    "invalid-target": (spec) =>
      phrase`The domain's explanation could not be had: the name made of ${spec} cannot be asked for in DNS.`,
    "dns-error": (spec) => phrase`The domain's explanation at ${spec} could not be had: DNS gave no answer.`,
    "no-record": (spec) =>
      phrase`The domain refers to an explanation at ${spec}, but there is no TXT record.`,
    "several-records": (spec) =>
      phrase`The domain's explanation at ${spec} was ignored: there is more than one TXT record.`,
    syntax: (spec) => phrase`The domain's explanation at ${spec} was ignored: its text has a syntax error.`,
    "not-ascii": (spec) =>
      phrase`The domain's explanation at ${spec} was ignored: it would hold characters that are not ASCII.`,
  },
};

function place({ at, term }: VerdictScene): Part[] {
  return term === null ? phrase`the record of ${at}` : phrase`${term} in the record of ${at}`;
}

function permerror({ ip, domain }: VerdictScene): Part[] {
  return phrase`permerror: ${ip} cannot be checked for ${domain}`;
}

function then(term: string, index: number): Part[] {
  return phrase`${[index === 0 ? "" : ", then "]}${term}`;
}
