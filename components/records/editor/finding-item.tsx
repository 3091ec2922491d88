"use client";

import { memo, type ReactNode } from "react";
import { SentenceView } from "@/components/spf/sentence-view";
import { MarkedParts } from "@/components/ui/marked-parts";
import { visibleParts } from "@/lib/mail/visible-text";
import type { Finding } from "@/lib/spf/lint/finding";
import { lintMessage } from "@/lib/spf/lint/lint-message";
import type { Severity } from "@/lib/spf/lint/rules";
import type { Span } from "@/lib/spf/record";
import type { Language, Sentence } from "@/lib/spf/sentence";
import { SeverityMark } from "../severity-mark";
import { BUTTON } from "./editor-parts";
import { fixPreview } from "./fix-preview";
import type { EditorTexts } from "./texts";

/** What is shown of a finding; `becomes` null where it has no fix, "" where the fix takes its text out. */
export interface ShownFinding {
  severity: Severity;
  shown: string;
  sentence: Sentence;
  becomes: string | null;
}

/** A finding of a text as it is shown. */
export function shownFinding(finding: Finding, text: string, language: Language): ShownFinding {
  return {
    severity: finding.severity,
    shown: shownSpan(text, finding),
    sentence: lintMessage(finding, text, language),
    becomes: finding.fix && fixPreview(text, finding.fix),
  };
}

interface Props {
  index: number;
  item: ShownFinding;
  texts: EditorTexts["findings"];
  isReady: boolean;
  /** Where its fix is, for a page without scripts. */
  href: string | null;
  onSelect(index: number): void;
  onFix(index: number): void;
}

/** One finding: how much it matters, where it is, what it says, and its fix. */
export const FindingItem = memo(function FindingItem({
  index,
  item,
  texts,
  isReady,
  href,
  onSelect,
  onFix,
}: Props) {
  return (
    <li className="space-y-1 py-2 text-sm">
      <div className="flex items-start gap-2">
        <SeverityMark severity={item.severity} label={texts[item.severity]} />
        <button
          type="button"
          disabled={!isReady}
          title={texts.select}
          onClick={() => onSelect(index)}
          className="min-w-0 rounded-xs text-start font-mono wrap-anywhere underline decoration-line underline-offset-4 hover:decoration-current"
        >
          <Written text={item.shown} />
        </button>
      </div>
      <p>
        <SentenceView sentence={item.sentence} />
      </p>
      {item.becomes !== null && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <FixButton href={href} onPress={() => onFix(index)}>
            {texts.fix}
          </FixButton>
          <span aria-hidden="true" className="text-muted">
            →
          </span>
          <span className="sr-only">{texts.becomes}</span>
          {item.becomes === "" ? (
            <span>{texts.removed}</span>
          ) : (
            <code className="min-w-0 rounded-sm bg-sunk px-1.5 font-mono wrap-anywhere">
              <Written text={item.becomes} />
            </code>
          )}
        </p>
      )}
    </li>
  );
}, isSameItem);

/** Findings are found anew with each letter; most of them say what they said. */
function isSameItem(before: Props, after: Props): boolean {
  const names = Object.keys(after) as (keyof Props)[];
  return names.every((name) =>
    name === "item"
      ? JSON.stringify(before.item) === JSON.stringify(after.item)
      : before[name] === after[name],
  );
}

/** Fixes the draft; by a link to the fixed one where no scripts run. */
export function FixButton(props: { href: string | null; onPress(): void; children: ReactNode }) {
  if (props.href !== null)
    return (
      <a href={props.href} className={BUTTON}>
        {props.children}
      </a>
    );
  return (
    <button type="button" onClick={props.onPress} className={BUTTON}>
      {props.children}
    </button>
  );
}

function Written({ text }: { text: string }) {
  return (
    <bdi>
      <MarkedParts parts={visibleParts(text, 120)} />
    </bdi>
  );
}

/** The text that a finding points at; of an empty span, the character before it. */
function shownSpan(text: string, { from, to }: Span): string {
  const shown = text.slice(from === to ? Math.max(0, from - 1) : from, to);
  return shown.trim() === "" ? "␣".repeat(Math.max(1, Math.min(shown.length, 8))) : shown;
}
