import { ipHex } from "@/lib/net/network";
import { readClientAddress } from "@/lib/spf/address";
import { isPublic } from "@/lib/spf/draft/public-address";
import type { Evidence } from "./evidence";
import { wasRefusedBySpf } from "./facts";
import type { Rule } from "./rule";
import { wasRefused } from "./then";

/** No SPF record can name an address of a network's inside: the receiver checked one of its own servers. */
export const privateClient: Rule = (facts) => {
  const { ip, check, then } = facts;
  const client = readClientAddress(ip);
  if (client === null || isPublic(client)) return null;
  if (check.result === "pass" && !wasRefusedBySpf(facts)) return null;
  const isLogged = then?.clientIp != null && ipHex(then.clientIp) === ipHex(ip);
  return {
    kind: "receiving-site-mistake",
    certainty: isLogged ? "certain" : "likely",
    evidence: [{ kind: "private-address", ip }],
  };
};

/** The mail server refused the message by itself, or another filter did that had nothing of SPF to go by. */
const refusedOtherwise: Rule = ({ then, check }) => {
  if (then === null || !wasRefused(then)) return null;
  const hadPass = then.result === "pass" || (then.result === null && check.result === "pass");
  if (then.rejectedBy !== "mta" && !(then.rejectedBy === "other" && hadPass)) return null;
  const code = [then.replyCode, then.enhancedStatus].filter((part) => part !== null).join(" ");
  const evidence: Evidence = { kind: "refused-otherwise", code, text: then.replyText ?? "" };
  return { kind: "other-reason", certainty: "certain", evidence: [evidence] };
};

/** The site took a pass for a reason to refuse. */
const refusedAPass: Rule = (facts) => {
  const { then } = facts;
  if (then?.result !== "pass" || !wasRefusedBySpf(facts)) return null;
  return {
    kind: "receiving-site-mistake",
    certainty: "likely",
    evidence: [{ kind: "refused-despite-pass", host: then.host }],
  };
};

/** The sender's domain passes, the HELO name does not, and the site refused for SPF: some check both. */
const heloBesides: Rule = (facts) => {
  const { helo, isHelo, check, input, then } = facts;
  const result = input.now.helo?.result;
  if (isHelo || helo === null || result === undefined || check.result !== "pass") return null;
  if (result !== "fail" && result !== "softfail" && result !== "permerror") return null;
  const isTold = wasRefusedBySpf(facts) && (then?.result === result || then?.result === null);
  const evidence: Evidence[] = [{ kind: "helo-fails", helo, result }];
  return { kind: "helo", certainty: isTold ? "likely" : "possible", evidence };
};

/** DNS gave no answer then, and does now. */
const dnsRecovered: Rule = ({ check, then }) =>
  check.result === "pass" && then?.result === "temperror"
    ? { kind: "dns-recovered", certainty: "certain", evidence: [] }
    : null;

/** The site had another verdict then, or refused for SPF with a verdict that the log does not tell. */
const fixedSince: Rule = (facts) => {
  const { check, then } = facts;
  if (check.result !== "pass" || then === null || then.result === "pass") return null;
  if (then.result === null && !wasRefusedBySpf(facts)) return null;
  return { kind: "fixed-since", certainty: then.result === null ? "likely" : "certain", evidence: [] };
};

/** A verdict that was another then may also have been a mistake of the site's check. */
const mistakenThen: Rule = (facts) =>
  fixedSince(facts) === null || facts.then?.result === "temperror"
    ? null
    : { kind: "receiving-site-mistake", certainty: "possible", evidence: [] };

const passes: Rule = ({ check }) =>
  check.result === "pass" ? { kind: "passes", certainty: "certain", evidence: [] } : null;

/** Of messages that nothing of SPF stands against now, and of those that something else was said of. */
export const PASSED_RULES: Rule[] = [
  refusedAPass,
  refusedOtherwise,
  (facts) => {
    const found = heloBesides(facts);
    return found?.certainty === "likely" ? found : null;
  },
  dnsRecovered,
  fixedSince,
  mistakenThen,
  passes,
  heloBesides,
];
