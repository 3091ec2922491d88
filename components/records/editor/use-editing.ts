"use client";

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { type Pasted, readPasted } from "@/lib/spf/edit/read-pasted";
import { redone, undone } from "@/lib/spf/edit/undo";
import type { Span } from "@/lib/spf/record";
import { changeEnd } from "./change-end";
import type { DraftDesk } from "./use-draft";

/** What can be done to the draft, whichever form it is done in. */
export interface Editing {
  field: RefObject<HTMLTextAreaElement | null>;
  set(text: string): void;
  type(text: string, caret: number): void;
  moveCaret(at: number | null): void;
  step(kind: "undo" | "redo"): void;
  select(span: Span): void;
  /** Takes over a pasted text if something of it had to be put right; `isWhole` where nothing else is left. */
  paste(given: string, isWhole: boolean): boolean;
  /** What was pasted last, until somebody has read what became of it. */
  pasted: Pasted | null;
  closePasted(): void;
  /** Back to the text from before it was pasted. */
  undoPaste(): void;
}

/** The ways to change the draft of a desk. */
export function useEditing({ draft, text, dispatch }: DraftDesk): Editing {
  const { field, go } = useCaret(text);
  const [pasted, setPasted] = useState<{ read: Pasted; before: string } | null>(null);
  const set = (next: string) => dispatch({ kind: "set", text: next, now: Date.now() });
  const closePasted = () => {
    setPasted(null);
    field.current?.focus();
  };
  return {
    field,
    set,
    type: (next, caret) => dispatch({ kind: "typed", text: next, caret, now: Date.now() }),
    moveCaret: (at) => dispatch({ kind: "caret", at }),
    step: (kind) => {
      const { present } = (kind === "undo" ? undone : redone)(draft.history);
      go(changeEnd(text, present));
      dispatch({ kind });
    },
    select: ({ from, to }) => {
      field.current?.focus();
      field.current?.setSelectionRange(from === to ? Math.max(0, from - 1) : from, to);
    },
    paste: (given, isWhole) => {
      const read = isWhole ? readPasted(given) : null;
      if (read === null || read.record === "" || read.record === given) return false;
      go(read.record.length);
      set(read.record);
      setPasted(read.changes.length > 0 ? { read, before: text } : null);
      return true;
    },
    pasted: pasted?.read ?? null,
    closePasted,
    undoPaste: () => {
      if (pasted) set(pasted.before);
      closePasted();
    },
  };
}

/** Undoes and redoes from anywhere in the editor but where a field has not changed the draft yet. */
export function undoKeys(step: (kind: "undo" | "redo") => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
    if (event.target instanceof Element && event.target.closest("[data-own-undo]")) return;
    event.preventDefault();
    step(key === "y" || event.shiftKey ? "redo" : "undo");
  };
}

/** The textarea, and a way to where its caret is to stand once the text has changed. */
function useCaret(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret stands where it was put until the text changes
  useLayoutEffect(() => {
    if (wanted.current !== null && document.activeElement === field.current)
      field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  }, [text]);
  const go = (to: number) => {
    wanted.current = to;
  };
  return { field, go };
}
