import type { Evidence, EvidenceKind } from "./evidence";
import { failing, forgerySigns } from "./forgery-signs";
import type { Role, Sender, SenderChecks, SenderFacts } from "./sender";
import {
  chosenName,
  failsAsMany,
  isPublicIp,
  isSteady,
  kinName,
  otherSigns,
  providerSigns,
  type Subject,
  supportOf,
  tiesOf,
} from "./signs";

/** What a client seems to be, how surely, from what, and whether it may be authorised without asking. */
export type Guess = Pick<Sender, "role" | "certainty" | "evidence" | "isAuthorisable">;

type Finding = Omit<Guess, "evidence">;

/**
 * Guesses what a client is that sends as a domain. Nothing that its owner writes alone (HELO, reverse DNS, how much it
 * sends as whom) makes it one of the domain's own, or lets it be authorised: a host of the domain, the domain's record,
 * a name that the domain's own DNS leads back to the client, or its exchangers at the client's provider must tie it to
 * the domain.
 */
export function guessRole(facts: SenderFacts, checks: SenderChecks, domain: string): Guess {
  const subject: Subject = { ...facts, ...checks, domain };
  if (!isPublicIp(facts.ip)) {
    const evidence: Evidence[] = [
      { kind: "private-address", speaksFor: "unknown", values: { ip: facts.ip } },
    ];
    return { ...UNKNOWN, certainty: "sure", evidence };
  }
  const ties = tiesOf(subject);
  const support = supportOf(subject);
  const others = [...providerSigns(subject, ties), ...otherSigns(subject)];
  const forgery = forgerySigns(subject);
  const fails = failing(subject);
  const open: Evidence[] = checks.isPublishedOpen
    ? [{ kind: "record-open", speaksFor: "unknown", values: { domain } }]
    : [];
  const found =
    provider(subject, ties) ??
    own(subject, ties) ??
    (fails.length > 0 ? (forwarder(subject) ?? forger(subject, [...forgery, ...others])) : null) ??
    (kinName(subject) === null ? UNKNOWN : KIN);
  const all = [...ties, ...open, ...support, ...others, ...fails, ...forgery];
  return { ...found, evidence: ordered(all, found.role) };
}

const UNKNOWN: Finding = { role: "unknown", certainty: "weak", isAuthorisable: false };

/** Who may give names above the domain is not known to own it: people must say. */
const KIN: Finding = { role: "own", certainty: "weak", isAuthorisable: false };

const has = (evidence: Evidence[], ...kinds: EvidenceKind[]) =>
  evidence.some(({ kind }) => kinds.includes(kind));

/** A forger may be its customer, for as long as he likes: how much it sends makes it surer, but never authorises it. */
function provider(subject: Subject, ties: Evidence[]): Finding | null {
  if (!subject.provider?.isProven) return null;
  const isListed = has(ties, "record-passes");
  const isTied = subject.provider.mx !== null || (has(ties, "own-name") && isSteady(subject));
  const isSure = isListed || (isTied && isSteady(subject));
  return { role: "provider", certainty: isSure ? "sure" : "likely", isAuthorisable: isListed || isTied };
}

/** A name within the domain needs support, since whoever may give names below it need not be its owner. */
function own(subject: Subject, ties: Evidence[]): Finding | null {
  if (ties.length === 0) return null;
  if (has(ties, "record-passes")) return { role: "own", certainty: "sure", isAuthorisable: true };
  const isShared = failsAsMany(subject);
  if (has(ties, "own-host"))
    return { role: "own", certainty: isShared ? "weak" : "sure", isAuthorisable: !isShared };
  const isExclusive = isSteady(subject) && subject.otherDomains === 0;
  const isSupported = !isShared && (subject.isNearOwnHost || isExclusive);
  return { role: "own", certainty: isSupported ? "likely" : "weak", isAuthorisable: isSupported };
}

function forwarder(subject: Subject): Finding | null {
  const { forwarderName, otherDomains, delivered, total } = subject;
  const passesOn = failsAsMany(subject) && delivered * 2 >= total && chosenName(subject, false) !== null;
  if (!passesOn && forwarderName === null) return null;
  const isSure = passesOn && forwarderName !== null;
  const certainty = isSure ? "sure" : passesOn || otherDomains > 1 ? "likely" : "weak";
  return { role: "forwarder", certainty, isAuthorisable: false };
}

/** A name of its own, and hosts of the domain nearby, are what a forger seldom has. */
function forger(subject: Subject, evidence: Evidence[]): Finding | null {
  const signs = evidence.filter(({ speaksFor }) => speaksFor === "forger").length;
  const needed = 2 + (chosenName(subject, false) === null ? 0 : 1) + (subject.isNearOwnHost ? 1 : 0);
  if (signs < needed) return null;
  const certainty = signs > needed + 1 ? "sure" : signs > needed ? "likely" : "weak";
  return { role: "forger", certainty, isAuthorisable: false };
}

/** What speaks for the role comes first. */
function ordered(evidence: Evidence[], role: Role): Evidence[] {
  const isFor = ({ speaksFor }: Evidence) => speaksFor === role;
  return [...evidence.filter(isFor), ...evidence.filter((one) => !isFor(one))];
}
