import { type FilterLine, isGlued } from "./procmail-line";

/** The mark that the recipe puts before a failing mail's subject. */
export const TAG = "[SPAM] ";

/** procmail cuts `Subject: …` in an abstract at 78 bytes. */
const LONGEST_VALUE = 78 - "Subject: ".length;
const MOST_SPLITS = 8;
/** Places where subjects differ soon, behind a mark and without one. */
const PROBES = [0, 4, 7, 11, 16];

/**
 * How a filter's line fits an abstract's subject: `tag` the recipe put its mark before S, `kept` S had a mark already
 * and stays, `bare` S without any mark.
 */
export type Fit = "tag" | "kept" | "bare";

/** Whether an abstract's subject bears the mark, whoever put it there. */
export function isMarked(subject: string | null): boolean {
  return subject?.startsWith(TAG.trimEnd()) ?? false;
}

/** Fits the line to an abstract's subject (raw, null if absent); the line comes back as it has to be read for that. */
export function fitLine(line: FilterLine, subject: string | null): { fit: Fit; line: FilterLine } | null {
  let from = line.from;
  let rest = line.subject;
  for (let i = 0; i < MOST_SPLITS; i++) {
    const fit = fitSubject(rest, subject);
    if (fit) return { fit, line: rest === line.subject ? line : { ...line, from, subject: rest } };
    // F may hold `, S=` as well: only the abstract tells where S begins.
    const next = rest.indexOf(", S=");
    if (next < 0) return null;
    from += `, S=${rest.slice(0, next)}`;
    rest = rest.slice(next + 4);
  }
  return null;
}

/** As fitLine, of the bare S. */
export function fitSubject(text: string, subject: string | null): Fit | null {
  if (subject === null) return text.trim() === "" || isGlued(text) ? "bare" : null;
  if (isMarked(subject) && shows(TAG + text, subject)) return "tag";
  if (!shows(text, subject)) return null;
  return isMarked(subject) ? "kept" : "bare";
}

/** Whether an abstract would show `full` as `subject`: blanks for tabs, cut, perhaps more text glued to it. */
function shows(full: string, subject: string): boolean {
  if (subject.trimEnd().length > full.length || PROBES.some((at) => differAt(full, subject, at)))
    return false;
  const text = oneLine(full);
  const shown = oneLine(subject).trimEnd();
  if (subject.length >= LONGEST_VALUE) return text.startsWith(oneLine(subject).slice(0, LONGEST_VALUE));
  if (text.trimEnd() === shown) return true;
  return text.startsWith(shown) && isGlued(full.slice(shown.length).trimStart());
}

/** Spares the whole comparison: blanks at an end, and what counts as a blank, are left to it. */
function differAt(full: string, subject: string, at: number): boolean {
  const [a, b] = [full.charCodeAt(at), subject.charCodeAt(at)];
  return a > 32 && b > 32 && a !== b;
}

function oneLine(text: string): string {
  return text.replace(/[\t\n\r\0]/g, " ");
}

/** Whether the From header in the line names the envelope sender, or nobody but the mail system for the null sender. */
export function namesSender(line: FilterLine, sender: string): boolean {
  const from = line.from.toLowerCase();
  if (sender !== "") return from.includes(sender.toLowerCase());
  return !from.includes("@") || from.includes("mailer-daemon") || from.includes("postmaster");
}
