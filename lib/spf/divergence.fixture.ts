import type { CheckResult } from "./check-host";
import {
  expandedOtherwise,
  explanationText,
  hasVoidOfOthers,
  isExchangerOnly,
  isNameOfClient,
  isWritten,
  reachedRecords,
  unfollowedRedirects,
} from "./divergence-evidence.fixture";
import { isInCapitals, tolerated, toleratedInExplanation } from "./divergence-tolerated.fixture";
import type { Asked, Reference } from "./pyspf.fixture";

/** A check that the two do not agree on. */
export interface Disagreement {
  asked: Asked;
  ours: CheckResult;
  theirs: Reference;
}

/** A way in which pyspf differs, and when it explains a disagreement; docs/spf.md says who is right, and why. */
export interface Divergence {
  id: string;
  explains: (disagreement: Disagreement) => boolean;
}

const says = ({ problem }: Reference, words: string) => problem?.includes(words) ?? false;
const expandsOtherwise = ({ ours, theirs }: Disagreement, pattern: RegExp) =>
  expandedOtherwise(ours, theirs).some((text) => pattern.test(text));
const isBeyondAscii = (text: string) => /[^\x00-\x7f]/.test(text);

/** What is in the question itself. */
const OF_ADDRESSES: Divergence[] = [
  { id: "several-at-signs", explains: ({ asked }) => asked.sender.split("@").length > 2 },
  {
    id: "dot-of-the-root",
    explains: ({ asked }) => [asked.sender || asked.helo, asked.helo].some((name) => name.endsWith(".")),
  },
  { id: "u-labels", explains: ({ asked }) => isBeyondAscii(asked.sender.split("@").at(-1)! + asked.helo) },
  {
    id: "non-ascii-local-part",
    explains: ({ asked, ours }) => isBeyondAscii(asked.sender) && isWritten(ours, /%\{[sl]/i),
  },
  {
    id: "single-label",
    explains: ({ asked, ours }) =>
      !(asked.sender || asked.helo).split("@").at(-1)!.includes(".") ||
      reachedRecords(ours).some(({ domain }) => !domain.includes(".")),
  },
  {
    id: "no-local-part",
    explains: ({ asked, ours }) =>
      !/.@/.test(asked.sender) && asked.sender !== "" && isWritten(ours, /%\{s/i),
  },
];

const OVERLOOKED = [
  "macro-transformers",
  "unclosed-macros",
  "percent-before-percent",
  "control-characters",
  "default-and-op",
];

/** What pyspf takes for a record, or does not. */
const OF_SYNTAX: Divergence[] = [
  ...OVERLOOKED.map((id) => ({
    id,
    explains: ({ ours }: Disagreement) => tolerated(ours).includes(id) || toleratedInExplanation(ours) === id,
  })),
  {
    id: "modifier-in-capitals",
    explains: ({ ours }) => reachedRecords(ours).some(({ text }) => text?.split(" ").some(isInCapitals)),
  },
  {
    id: "percent-at-the-end",
    explains: ({ ours, theirs }) => says(theirs, "invalid-macro-char") && isWritten(ours, /%%(?: |$)/),
  },
  {
    id: "unknown-modifier-twice",
    explains: ({ theirs }) => /(?<!redirect|exp)= MUST appear at most once/.test(theirs.problem ?? ""),
  },
  {
    id: "empty-explanation",
    explains: ({ ours, theirs }) => ours.explanation === "" && theirs.explanation === null,
  },
  { id: "include-of-itself", explains: ({ theirs }) => says(theirs, "include has trivial recursion") },
];

/** What macros become. */
const OF_MACROS: Divergence[] = [
  {
    id: "delimiters-kept",
    explains: (one) => expandsOtherwise(one, /%\{[dohivpcr][0-9]*r?[.\-+,/_=]*[-+,/_=]/i),
  },
  { id: "reversed-in-capital", explains: (one) => expandsOtherwise(one, /%\{[A-Za-z][0-9]*R/) },
  { id: "p-once-for-all", explains: (one) => expandsOtherwise(one, /%\{p/i) },
  {
    id: "cut-once",
    explains: ({ ours, theirs }) =>
      theirs.expansions.some(
        ([text, expanded]) => expanded.length > 253 || (expanded.length > 100 && text.length > 253),
      ) || explanationText(ours).length > 200,
  },
  { id: "empty-target", explains: ({ theirs }) => says(theirs, "empty domain") },
];

/** What is asked and counted. */
const OF_LOOKUPS: Divergence[] = [
  {
    id: "void-per-query",
    explains: ({ ours, theirs }) => theirs.voids.length > 2 && hasVoidOfOthers(ours, theirs),
  },
  {
    id: "redirect-counted-when-read",
    explains: ({ ours, theirs }) =>
      says(theirs, "Too many DNS lookups") &&
      unfollowedRedirects(ours) > 0 &&
      theirs.lookups - unfollowedRedirects(ours) <= 10,
  },
  {
    id: "ptr-errors",
    explains: ({ asked, theirs }) =>
      theirs.failures.some(([name, type]) => type === "PTR" || isNameOfClient(asked, name)),
  },
  {
    id: "exchangers-asked-first",
    explains: ({ ours, theirs }) => theirs.failures.some(([name, type]) => isExchangerOnly(ours, name, type)),
  },
];

/** Every known way, in the order in which they are tried. */
export const DIVERGENCES: Divergence[] = [...OF_LOOKUPS, ...OF_SYNTAX, ...OF_MACROS, ...OF_ADDRESSES];
