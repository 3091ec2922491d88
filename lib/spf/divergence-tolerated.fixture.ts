import type { CheckResult } from "./check-host";
import { explanationText, reachedRecords } from "./divergence-evidence.fixture";
import type { Problem } from "./record";

/** What pyspf overlooks in a record, one for each of its problems, if that is all of them; else nothing. */
export function tolerated(ours: CheckResult): string[] {
  return reachedRecords(ours).flatMap(({ text, problems }) => {
    const reasons = problems.map((problem) => toleratedAs(text!, problem));
    return reasons.every((reason) => reason !== null) ? reasons : [];
  });
}

/** What pyspf overlooks in the text of the explanation that this check refused. */
export function toleratedInExplanation(ours: CheckResult): string | null {
  const text = explanationText(ours);
  if (/[\x00-\x1f\x7f]/.test(text)) return "control-characters";
  if (ours.trace?.explanation?.reason !== "syntax") return null;
  if (/%\{[^}]*$/.test(text)) return "unclosed-macros";
  return /%%%[^{%_-]/.test(text) ? "percent-before-percent" : "macro-transformers";
}

function toleratedAs(text: string, { code, from }: Problem): string | null {
  const start = text.lastIndexOf(" ", from) + 1;
  const term = text.slice(start, (text.indexOf(" ", start) + 1 || text.length + 1) - 1);
  if (isInCapitals(term)) return "modifier-in-capitals";
  if (code.startsWith("macro-") && /^(?:default|op)=/.test(term)) return "default-and-op";
  switch (code) {
    case "macro-zero":
    case "macro-transformer":
      return "macro-transformers";
    case "macro-unclosed":
      return "unclosed-macros";
    case "macro-percent":
      return text[from - 1] === "%" ? "percent-before-percent" : null;
    case "illegal-character":
      return /[^\x00-\x7f]/.test(text) ? null : "control-characters";
  }
  // It ends a term for pyspf, whose patterns look past a line feed; for whyspf the whole is one word.
  return /[\x00-\x1f\x7f]/.test(term) && !/[^\x00-\x7f]/.test(text) ? "control-characters" : null;
}

/** Whether a term is a redirect or an exp whose name is not in lower case. */
export function isInCapitals(term: string): boolean {
  const [, name = ""] = /^(redirect|exp)=/i.exec(term) ?? [];
  return name !== name.toLowerCase();
}
