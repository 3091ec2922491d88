import type { SpfResult } from "../result";
import { commentText, pairValue } from "./header-value";

/** What a result is told with in a header; `helo` is "" where nobody knows it; `problem` is why there is no proper one (a Reason), null where there is. */
export interface CheckFacts {
  result: SpfResult;
  identity: "mailfrom" | "helo";
  domain: string;
  clientIp: string;
  envelopeFrom: string;
  helo: string;
  receiver: string | null;
  mechanism: string | null;
  problem: string | null;
}

/** The parts of a Received-SPF field's value (RFC 7208 section 9.1), in order, to be joined by white space. */
export function receivedSpf(facts: CheckFacts): string[] {
  const { result, identity, clientIp, envelopeFrom, helo, receiver, mechanism, problem } = facts;
  const pairs: [string, string | null][] = [
    ["receiver", receiver],
    ["identity", identity],
    ["client-ip", clientIp],
    ["envelope-from", envelopeFrom],
    ["helo", helo === "" ? null : helo],
    ["mechanism", mechanism],
    ["problem", problem],
  ];
  const written = pairs.flatMap(([key, value]) => (value === null ? [] : [`${key}=${pairValue(value)};`]));
  return [result, comment(facts), ...written];
}

function comment({ result, domain, clientIp, receiver }: CheckFacts): string {
  const [name, ip] = [commentText(domain), commentText(clientIp)];
  const said: Record<SpfResult, string> = {
    pass: `${name} lets ${ip} send its mail`,
    fail: `${name} does not let ${ip} send its mail`,
    softfail: `${name} thinks that ${ip} should not send its mail`,
    neutral: `${name} says nothing about ${ip}`,
    none: `${name} has no SPF record`,
    temperror: `the DNS gave no answer about ${name}`,
    permerror: `the SPF record of ${name} cannot be followed`,
  };
  return `(${receiver === null ? "" : `${commentText(receiver)}: `}${said[result]})`;
}
