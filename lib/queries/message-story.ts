import type { RefusalFact, VerdictFact } from "@/lib/logs/fact";
import type { Recipient } from "@/lib/logs/message";
import { decodeText } from "@/lib/mail/charset";
import type { SpfResult } from "@/lib/spf";
import type { Missing, OriginalLine } from "./original-lines";
import type { Attempt, StoredStory } from "./stored-message";
import { Evidence } from "./story-evidence";
import { stepsOf } from "./story-steps";
import type { VerdictGap } from "./story-verdict-gap";

/** Why no line is shown for something that is known. */
export type Unproven =
  /** Nobody knows it. */
  | "unknown"
  /** It follows from other lines. */
  | "follows"
  /** The checker's line has no queue id; client, sender and time tell whose it is. */
  | "matched"
  /** procmail's log tells it, which shares no key with the mail server's. */
  | "procmail"
  /** Some of the message's lines cannot be read any more. */
  | "gone"
  /** A message keeps no more lines than it has. */
  | "full";

/** What a step rests on: places in Story.lines, or why there are none. */
export interface Proof {
  lines: number[];
  unproven: Unproven | null;
}

/** What one checker said, where another is believed. */
export type OtherVerdict = Pick<VerdictFact, "result" | "checker"> & { line: number };

/** What became of one recipient; `tries`, `reply` and `refusal` as the lines tell them. */
export interface RecipientFate {
  recipient: Recipient;
  tries: number;
  reply: string | null;
  refusal: RefusalFact | null;
  /** How many deliveries in procmail's log may be this one; null where that log tells nothing of it. */
  fitting: number | null;
}

/** One thing that happened; texts are the log's own. */
export type StepContent =
  | { kind: "retryOf"; queueId: string; attempt: Attempt | null }
  | { kind: "connected"; clientIp: string | null; clientName: string | null }
  | { kind: "helo"; helo: string | null }
  | { kind: "mailFrom"; envelopeFrom: string | null }
  | { kind: "verdict"; result: SpfResult | null; gap: VerdictGap | null; others: OtherVerdict[] }
  | { kind: "refused" }
  | { kind: "content"; size: number | null; messageId: string | null }
  | { kind: "marked" }
  | { kind: "brokenOff" }
  | ({ kind: "recipient" } & RecipientFate)
  | { kind: "retried"; attempts: Attempt[] };

/** `time` in epoch ms; null where no line tells it. */
export type Step = StepContent & { time: number | null; proof: Proof };

/** One of the log's lines, as the page shows it. */
export interface StoryLine {
  ref: string;
  log: number;
  path: string;
  offset: number;
  /** The text of each line, as its bytes read best, at most 4096 characters each; empty where it is missing. */
  texts: string[];
  cut: boolean;
  missing: Missing | null;
  /** The step under which it stands; null where it proves none. */
  step: number | null;
}

/** What happened to a message, in order, and the lines that prove it. */
export interface Story {
  steps: Step[];
  lines: StoryLine[];
  /** Recipients beyond those that have a step. */
  moreRecipients: number;
}

const SHOWN = 4096;
/** Which of the steps that a line proves shows it: the one that it was written for. */
const HOMES: StepContent["kind"][] = [
  "recipient",
  "refused",
  "verdict",
  "brokenOff",
  "marked",
  "mailFrom",
  "content",
  "connected",
  "helo",
];

/** Procmail's lines of one recipient. */
export interface ProcmailLines {
  ordinal: number;
  /** How many deliveries of that log may be this one. */
  fitting: number;
  lines: OriginalLine[];
}

/** Tells a message's story from what is stored and from its lines, read once more by the grammars. */
export function messageStory(
  stored: StoredStory,
  lines: readonly OriginalLine[],
  procmail: readonly ProcmailLines[] = [],
): Story {
  const evidence = new Evidence(stored.message, lines, procmail);
  const { steps, moreRecipients } = stepsOf(stored, evidence);
  const shown = evidence.lines.map((line, n) => ({ ...shownLine(line), step: homeOf(n, steps) }));
  return { steps, lines: shown, moreRecipients };
}

function homeOf(line: number, steps: readonly Step[]): number | null {
  for (const kind of HOMES) {
    const home = steps.findIndex((step) => step.kind === kind && step.proof.lines.includes(line));
    if (home >= 0) return home;
  }
  return null;
}

function shownLine({
  ref,
  log,
  path,
  offset,
  text,
  earlier,
  missing,
}: OriginalLine): Omit<StoryLine, "step"> {
  const texts = text === null ? [] : [...earlier, ...text.split("\n")];
  return {
    ref,
    log,
    path,
    offset,
    texts: texts.map((line) => readable(line).slice(0, SHOWN)),
    cut: texts.some((line) => line.length > SHOWN),
    missing,
  };
}

/** Bytes as text; an escape that would choose a character set stays one, so that it is seen and not obeyed. */
function readable(latin1: string): string {
  return latin1.includes("\x1b$") ? latin1 : decodeText(latin1).text;
}
