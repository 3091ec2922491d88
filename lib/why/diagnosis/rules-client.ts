import type { Evidence } from "./evidence";
import type { Facts } from "./facts";
import { providerOf } from "./provider";
import { borneOut, type Finding, type Rule } from "./rule";
import { refusedFor } from "./rules-record";
import {
  dynamicName,
  ending,
  forwarderName,
  heloVerdict,
  mailboxService,
  noHeloName,
  noName,
  otherHelo,
  otherName,
  otherServer,
  receiversHelo,
  receiversHost,
  sendsNoMail,
  tagOf,
} from "./signs";
import { namingTerm, neighbour, ownHelo, ownName, refusingTerm } from "./ties";

const isTag = (facts: Facts, tag: string) =>
  tagOf(facts).some((sign) => sign.kind === "sender-tag" && sign.tag === tag);

/** Both, or nothing. */
const both = (one: Evidence[], other: Evidence[]) =>
  one.length > 0 && other.length > 0 ? [...one, ...other] : [];

const heloPasses = (facts: Facts) => heloVerdict(facts).filter(({ kind }) => kind === "helo-passes");
const heloRefuted = (facts: Facts) =>
  heloVerdict(facts).filter((sign) => "result" in sign && sign.result === "fail");

const provider =
  (isTied: boolean): Rule =>
  (facts) => {
    const found = providerOf(facts);
    if (found === null) return null;
    const ties = ownHelo(facts);
    if (isTied && !found.isUsed && ties.length === 0) return null;
    return {
      kind: "provider-not-included",
      certainty: isTied ? "likely" : "possible",
      evidence: [...found.evidence, ...ties],
    };
  };

/** HELO names of a provider pass for all of its customers, and tell nothing of forwarding. */
const forwardingServer: Rule = (facts) =>
  providerOf(facts) === null ? borneOut("forwarder", "likely", heloPasses(facts), otherName(facts)) : null;

const heloAlone: Rule = (facts) => {
  if (!facts.isHelo) return null;
  const ties = [...ownName(facts), ...neighbour(facts)];
  return {
    kind: "helo",
    certainty: ties.length > 0 ? "likely" : "possible",
    evidence: [...ties, ...noName(facts), ...ending(facts)],
  };
};

/** Lying about its name: another's that both its record and the client's own name contradict. */
const lyingHelo: Rule = (facts) => {
  const isContradicted = otherName(facts).length > 0 && otherServer(facts).length === 0;
  return isContradicted ? borneOut("forger", "likely", heloRefuted(facts), otherName(facts)) : null;
};

/** Unless a name proves that the client is the domain's. */
const forged =
  (certainty: Finding["certainty"], find: (facts: Facts) => Evidence[]): Rule =>
  (facts) =>
    ownName(facts).length > 0 ? null : borneOut("forger", certainty, find(facts));

/** The likely readings, those first that prove more; each needs a sign that is there, not one that is missing. */
const LIKELY: Rule[] = [
  (facts) => borneOut("receiving-site-mistake", "likely", receiversHost(facts)),
  heloAlone,
  forged("likely", sendsNoMail),
  (facts) => (isTag(facts, "srs") ? borneOut("forwarder", "likely", tagOf(facts)) : null),
  (facts) => borneOut("wrong-outgoing-server", "likely", both(dynamicName(facts), ownName(facts))),
  (facts) => borneOut("ip-missing", "likely", ownName(facts), ending(facts)),
  forged("likely", refusingTerm),
  (facts) => borneOut("ip-missing", "likely", namingTerm(facts)),
  (facts) =>
    isTag(facts, "batv") ? borneOut("forwarder", "likely", both(otherHelo(facts), tagOf(facts))) : null,
  (facts) => borneOut("wrong-outgoing-server", "likely", both(dynamicName(facts), neighbour(facts))),
  (facts) => borneOut("ip-missing", "likely", neighbour(facts), ending(facts)),
  provider(true),
  (facts) => {
    const { isKnown, evidence } = forwarderName(facts);
    return isKnown ? borneOut("forwarder", "likely", evidence) : null;
  },
  forged("likely", receiversHelo),
  forwardingServer,
  lyingHelo,
];

/** Readings that little speaks for; the last is for clients of which nothing is known. */
const POSSIBLE: Rule[] = [
  provider(false),
  (facts) => borneOut("wrong-outgoing-server", "possible", dynamicName(facts), noHeloName(facts)),
  (facts) => borneOut("ip-missing", "possible", ownHelo(facts), noName(facts)),
  (facts) => borneOut("forwarder", "possible", forwarderName(facts).evidence, tagOf(facts)),
  (facts) =>
    borneOut("forwarder", "possible", both(tagOf(facts), [...otherName(facts), ...otherHelo(facts)])),
  (facts) => borneOut("forwarder", "possible", otherServer(facts)),
  (facts) => borneOut("wrong-outgoing-server", "possible", mailboxService(facts)),
  (facts) => borneOut("wrong-outgoing-server", "possible", noHeloName(facts)),
  forged("possible", heloRefuted),
  forged("possible", (facts) => (facts.check.result === "fail" ? both(otherHelo(facts), noName(facts)) : [])),
  (facts) => ({
    kind: "unlisted",
    certainty: "possible",
    evidence: [...otherName(facts), ...noName(facts), ...otherHelo(facts), ...ending(facts)],
  }),
];

/** What any client that is not listed may be besides. */
const BESIDES: Rule[] = [
  refusedFor("neutral"),
  (facts) =>
    sendsNoMail(facts).length > 0 ? null : { kind: "ip-missing", certainty: "possible", evidence: [] },
  (facts) => (facts.isHelo ? null : { kind: "forwarder", certainty: "possible", evidence: [] }),
  (facts) => (ownName(facts).length > 0 ? null : { kind: "forger", certainty: "possible", evidence: [] }),
];

/** Of clients that the record does not authorise: whose they are. */
export const CLIENT_RULES: Rule[] = [...LIKELY, ...POSSIBLE, ...BESIDES].map((rule) => (facts) => {
  const found = rule(facts);
  return found !== null && isOutOfPlace(found, facts) ? null : found;
});

/** A mailbox service knows its servers, and lists no user's. */
function isOutOfPlace({ kind }: Finding, facts: Facts): boolean {
  const listsIt = kind === "ip-missing" || kind === "provider-not-included";
  return listsIt && mailboxService(facts).length > 0;
}
