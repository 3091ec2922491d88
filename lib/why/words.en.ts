import { type Part, say } from "@/lib/spf/sentence";
import type { WhyField, WhyProblem } from "./request";
import type { ProblemWords } from "./words";

/** How each field is called at the start of a sentence. */
const NAMES: Record<WhyField, string> = {
  ip: "The IP address",
  sender: "The sender address",
  helo: "The HELO name",
  receiver: "The name of the receiving server",
  identity: "What was checked",
  link: "The link",
};

/** A sentence that begins with the field's name. */
function of({ field }: WhyProblem, rest: Part[]): Part[] {
  return [NAMES[field], ...rest];
}

export const EN: ProblemWords = {
  missing: (problem) => of(problem, say` is missing.`),
  "not-an-address": (problem) => of(problem, say` cannot be read: ${problem.given} is no such address.`),
  "not-a-name": (problem) => of(problem, say` cannot be read: ${problem.given} is no host name.`),
  truncated: (problem) => of(problem, say` is cut off: it ends in ${problem.given}.`),
  macro: (problem) =>
    of(problem, say` was never filled in: the mail server sent the macro ${problem.given} as it is.`),
  "too-long": (problem) => of(problem, say` is longer than mail allows: ${problem.given}`),
  private: (problem) =>
    of(
      problem,
      say` ${problem.given} belongs to a private network. No server on the internet receives mail from it.`,
    ),
  repeated: (problem) =>
    of(problem, say` is given more than once. The first is used, ${problem.given} is not.`),
  unsupported: (problem) => of(problem, say`, ${problem.given}, is not known to SPF. MAIL FROM is assumed.`),
};
