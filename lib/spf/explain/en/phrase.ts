import type { Part } from "../../sentence";
import { phraseIn } from "../phrase";
import type { Listed } from "../words";

/** Makes the parts of an English sentence. */
export const phrase = phraseIn("(empty)");

/** "1 host", "2 hosts". */
export function count(number: number, one: string, many = `${one}s`): Part[] {
  return [`${number} ${number === 1 ? one : many}`];
}

/** "a, b and 3 more". */
export function list({ shown, more }: Listed): Part[] {
  return shown.flatMap((text, index) => {
    const isLast = index === shown.length - 1;
    const before = index === 0 ? "" : isLast && more === 0 ? " and " : ", ";
    return phrase`${[before]}${text}${isLast && more > 0 ? [` and ${more} more`] : []}`;
  });
}

const TROUBLE: Record<string, string> = {
  timeout: "timed out",
  servfail: "the server failed, SERVFAIL",
  refused: "refused",
  malformed: "a malformed answer",
  budget: "the check's own limit of questions",
};

/** Why DNS gave no answer: in our words if known, else as the resolver says it. */
export function trouble(reason: string): Part[] {
  const word = Object.hasOwn(TROUBLE, reason) ? TROUBLE[reason] : undefined;
  return word === undefined ? phrase`${reason}` : [word];
}
