"use client";

import { PartsView } from "@/components/spf/sentence-view";
import type { Finding } from "@/lib/spf/lint/finding";
import { lintMessage } from "@/lib/spf/lint/lint-message";
import type { Language } from "@/lib/spf/sentence";
import { meaningAt } from "./term-meaning";
import type { EditorTexts } from "./texts";

interface Props {
  id: string;
  text: string;
  caret: number | null;
  /** What is wrong with the term being typed, so far. */
  ofTyped: Finding | null;
  isTyping: boolean;
  domain: string | null;
  language: Language;
  texts: EditorTexts;
}

/** What the term at the caret does, or still lacks; as high as any sentence, so that nothing below it moves. */
export function TermLine({ id, text, caret, ofTyped, isTyping, domain, language, texts }: Props) {
  const meaning = meaningAt(text, caret, texts.term, domain);
  const said = meaning ?? (ofTyped ? lintMessage(ofTyped, text, language).parts : [texts.hint]);
  return (
    <p id={id} className="min-h-15 text-sm text-muted sm:min-h-10">
      {isTyping && (
        <span className="me-2 rounded-sm bg-accent/10 px-1.5 text-xs text-ink">{texts.term.typing}</span>
      )}
      <PartsView parts={said} />
    </p>
  );
}
