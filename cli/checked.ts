import { hostname } from "node:os";
import { visibleLine, visibleText } from "@/lib/mail/visible-text";
import type { CheckResult } from "@/lib/spf";
import { explainVerdict } from "@/lib/spf/explain/verdict";
import { authenticationResults } from "@/lib/spf/headers/authentication-results";
import { foldedField } from "@/lib/spf/headers/header-value";
import { type CheckFacts, receivedSpf } from "@/lib/spf/headers/received-spf";
import { type Language, textOf } from "@/lib/spf/sentence";
import type { ReadRequest } from "./check-request";
import { traceTree } from "./trace-tree";

/** What a check gave for a line of --batch. */
export function checkedLine({ result, explanation, mechanism, lookups, voidLookups }: CheckResult) {
  return { result, explanation, mechanism, lookups, voidLookups };
}

/** A check as `check --json` prints it; the trace only where it was asked for. */
export function checkedJson(read: ReadRequest, checked: CheckResult, isTraced: boolean) {
  const { ip, sender, helo, receiver = null } = read.request;
  const { result, reason, explanation, mechanism, recordDomain, lookups, voidLookups, trace } = checked;
  const facts = factsOf(read, checked);
  return {
    ...{ ip, sender, helo, receiver, identity: read.identity, result, reason, explanation, mechanism },
    ...{ recordDomain, lookups, voidLookups },
    headers: {
      receivedSpf: receivedSpf(facts).join(" "),
      authenticationResults: authenticationResults(authservId(facts), facts).join(" "),
    },
    ...(isTraced ? { trace } : {}),
  };
}

/** A traced check for people: the verdict in sentences, the tree where it was asked for, the headers. */
export function checkedText(
  read: ReadRequest,
  checked: CheckResult,
  isTraced: boolean,
  language: Language,
): string {
  const facts = factsOf(read, checked);
  const sentences = explainVerdict(checked.trace!, language).map(({ parts }) => textOf(parts, visibleText));
  const tree = isTraced ? ["", traceTree(checked.trace!, language)] : [""];
  const headers = [
    foldedField("Received-SPF", receivedSpf(facts)),
    foldedField("Authentication-Results", authenticationResults(authservId(facts), facts)),
  ].map(shownField);
  return `${[...sentences, ...tree, ...headers].join("\n")}\n`;
}

/** A folded header field for a terminal; a line of it may have 998 octets (RFC 5322 section 2.1.1). */
function shownField(field: string): string {
  return field
    .split("\r\n\t")
    .map((line) => visibleLine(line, 998))
    .join("\n\t");
}

function authservId({ receiver }: CheckFacts): string {
  return receiver ?? hostname();
}

function factsOf({ request, identity }: ReadRequest, checked: CheckResult): CheckFacts {
  const { result, reason, mechanism } = checked;
  const isProper = reason === "match" || reason === "no-match";
  return {
    result,
    identity,
    domain: request.domain,
    clientIp: request.ip,
    envelopeFrom: identity === "helo" ? "" : request.sender,
    helo: request.helo,
    receiver: request.receiver ?? null,
    mechanism: isProper ? (mechanism ?? "default") : mechanism,
    problem: isProper || result === "none" ? null : reason,
  };
}
