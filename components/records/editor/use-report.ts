"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Span } from "@/lib/spf/record";
import { LONGEST_DRAFT } from "../address";
import { type Draft, typedTerm } from "./draft";
import { countsText } from "./findings-list";
import { type DraftReport, reportDraft } from "./shown-findings";
import type { EditorTexts } from "./texts";

/** What is said of `text`, which is the draft, or for a moment an earlier one where the draft is very long. */
export interface ShownReport extends DraftReport {
  text: string;
  typed: Span | null;
}

/** What can be told from the draft's text, at each keystroke; of a very long one when there is time. */
export function useReport(draft: Draft, domain: string | null): ShownReport {
  const now = draft.history.present;
  const later = useDeferredValue(now);
  const text = now.length > LONGEST_DRAFT ? later : now;
  const span = text === now ? typedTerm(draft) : null;
  const [from, to] = span === null ? [-1, -1] : [span.from, span.to];
  return useMemo(() => {
    const typed = from < 0 ? null : { from, to };
    return { ...reportDraft(text, typed, domain), text, typed };
  }, [text, from, to, domain]);
}

/** What a screen reader is told of the findings, once what is typed has come to rest. */
export function useAnnounced({ findings }: ShownReport, draft: Draft, texts: EditorTexts): string {
  const [announced, setAnnounced] = useState("");
  const isChanged = draft.history.past.length + draft.history.future.length > 0;
  useEffect(() => {
    if (isChanged && !draft.isTyping) setAnnounced(countsText(findings, texts) || texts.findings.none);
  }, [isChanged, draft.isTyping, findings, texts]);
  return announced;
}
