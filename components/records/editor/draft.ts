import { changed, type History, redone, started, undone } from "@/lib/spf/edit/undo";
import type { Span } from "@/lib/spf/record";
import { termAt } from "./term-at";

/**
 * The draft as both forms edit it. `seen` is the text that the page's address stands for; `sent` are those put into the
 * address since, of which the page has not come back yet, oldest first. `isTyping` while the term at the caret is.
 */
export interface Draft {
  history: History;
  seen: string;
  sent: readonly string[];
  caret: number | null;
  isTyping: boolean;
}

export type DraftEvent =
  | { kind: "typed"; text: string; caret: number | null; now: number }
  /** Changed at once, by a button or what was pasted. */
  | { kind: "set"; text: string; now: number }
  | { kind: "undo" | "redo" | "rested" }
  | { kind: "caret"; at: number | null }
  | { kind: "sent"; text: string }
  /** The page came (back) with this draft. */
  | { kind: "arrived"; text: string; now: number };

/** The draft of a page that was just opened. */
export function openedDraft(text: string): Draft {
  return { history: started(text), seen: text, sent: [], caret: null, isTyping: false };
}

/** The draft after something happened to it. */
export function nextDraft(draft: Draft, event: DraftEvent): Draft {
  const { history } = draft;
  switch (event.kind) {
    case "typed": {
      const next = changed(history, event.text, { isTyping: true, now: event.now });
      return { ...draft, history: next, caret: event.caret, isTyping: true };
    }
    case "set":
      return withHistory(draft, changed(history, event.text, { isTyping: false, now: event.now }));
    case "undo":
      return withHistory(draft, undone(history));
    case "redo":
      return withHistory(draft, redone(history));
    case "rested":
      return draft.isTyping ? { ...draft, isTyping: false } : draft;
    case "caret":
      return movedCaret(draft, event.at);
    case "sent":
      return { ...draft, sent: [...draft.sent, event.text] };
    case "arrived":
      return arrived(draft, event.text, event.now);
  }
}

/** The term that is being typed, which may be wrong until it is done; null for none. */
export function typedTerm({ history, caret, isTyping }: Draft): Span | null {
  return isTyping ? termAt(history.present, caret) : null;
}

/** Whether the draft is to be put into the address: it is not what was put there last. */
export function isUnsent({ history, seen, sent }: Draft): boolean {
  return history.present !== (sent.at(-1) ?? seen);
}

function withHistory(draft: Draft, history: History): Draft {
  return history === draft.history ? draft : { ...draft, history, isTyping: false };
}

function movedCaret(draft: Draft, at: number | null): Draft {
  if (at === draft.caret) return draft;
  const text = draft.history.present;
  const isSame = termAt(text, at)?.from === termAt(text, draft.caret)?.from;
  return { ...draft, caret: at, isTyping: draft.isTyping && at !== null && isSame };
}

/**
 * An answer to something sent changes nothing of what was typed since. A page with the draft as it was overtook what
 * was sent, which then has to be sent again. Any other text was put into the address by somebody else, and is taken
 * over as a step that can be undone.
 */
function arrived(draft: Draft, text: string, now: number): Draft {
  const answered = draft.sent.lastIndexOf(text);
  if (answered >= 0) return { ...draft, seen: text, sent: draft.sent.slice(answered + 1) };
  if (text === draft.seen) return draft.sent.length === 0 ? draft : { ...draft, sent: [] };
  const history = changed(draft.history, text, { isTyping: false, now });
  return { ...draft, history, seen: text, sent: [], isTyping: false };
}
