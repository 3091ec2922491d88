import { pairValue, propertyValue } from "./header-value";
import type { CheckFacts } from "./received-spf";

/**
 * The parts of an Authentication-Results field's value (RFC 8601 section 2.2, RFC 7208 section 9.2), in order, to be
 * joined by white space. `authservId` names the server that vouches for it.
 */
export function authenticationResults(authservId: string, facts: CheckFacts): string[] {
  const { result, identity, envelopeFrom, helo, problem } = facts;
  const property = identity === "mailfrom" ? `smtp.mailfrom=${propertyValue(envelopeFrom)}` : null;
  const reason = problem === null ? [] : [`reason=${pairValue(problem)}`];
  return [
    `${pairValue(authservId)};`,
    `spf=${result}`,
    ...reason,
    property ?? `smtp.helo=${propertyValue(helo)}`,
  ];
}
