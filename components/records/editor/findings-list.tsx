"use client";

import { useRef } from "react";
import { PartsView, RfcLink } from "@/components/spf/sentence-view";
import { MarkedParts } from "@/components/ui/marked-parts";
import { visibleParts } from "@/lib/mail/visible-text";
import type { Finding, Fix } from "@/lib/spf/lint/finding";
import { lintMessage } from "@/lib/spf/lint/lint-message";
import { RULES, type Severity } from "@/lib/spf/lint/rules";
import type { Span } from "@/lib/spf/record";
import type { Language } from "@/lib/spf/sentence";
import { BUTTON } from "./editor-parts";
import { fixPreview } from "./fix-preview";
import { type EditorTexts, filled } from "./texts";

/** More are not read; the first of them are the worst. */
const MOST = 30;

interface Props {
  text: string;
  findings: readonly Finding[];
  language: Language;
  texts: EditorTexts;
  isReady: boolean;
  onSelect(span: Span): void;
  onFix(fix: Fix): void;
  onFixAll(): void;
}

/** What was found in the draft, worst first, each with the way to its place and, where there is one, its fix. */
export function FindingsList(props: Props) {
  const { text, findings, language, texts, isReady, onSelect, onFix, onFixAll } = props;
  const words = texts.findings;
  const heading = useRef<HTMLHeadingElement>(null);
  const fixes = findings.filter(({ fix }) => fix !== null).length;
  // The button that was pressed goes; where one reads on is the heading.
  const andStay = (change: () => void) => {
    change();
    heading.current?.focus({ preventScroll: true });
  };
  const nothing = text.trim() === "" ? words.empty : words.none;
  return (
    <div className="min-h-44 min-w-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-1">
        <h3 ref={heading} tabIndex={-1} className="font-medium">
          {words.title}
        </h3>
        <p className="text-sm text-muted">{countsText(findings, texts)}</p>
        {fixes > 1 && (
          <button
            type="button"
            disabled={!isReady}
            onClick={() => andStay(onFixAll)}
            className={`${BUTTON} ms-auto`}
          >
            {filled(words.fixAll, { count: fixes })}
          </button>
        )}
      </div>
      {findings.length === 0 && <p className="py-2 text-sm text-muted">{nothing}</p>}
      <ul className="divide-y divide-line">
        {findings.slice(0, MOST).map((finding, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item keeps its place, whatever it says
          <li key={n} className="space-y-1 py-2 text-sm">
            <div className="flex items-start gap-2">
              <SeverityMark severity={finding.severity} texts={texts} />
              <button
                type="button"
                disabled={!isReady}
                title={words.select}
                onClick={() => onSelect(finding)}
                className="min-w-0 rounded-xs text-start font-mono wrap-anywhere underline decoration-line underline-offset-4 hover:decoration-current"
              >
                <bdi>
                  <MarkedParts parts={visibleParts(shownSpan(text, finding), 80)} />
                </bdi>
              </button>
            </div>
            <p>
              <Said finding={finding} text={text} language={language} />
            </p>
            {finding.fix && (
              <FixLine
                text={text}
                fix={finding.fix}
                texts={texts}
                isReady={isReady}
                onFix={(fix) => andStay(() => onFix(fix))}
              />
            )}
          </li>
        ))}
      </ul>
      {findings.length > MOST && (
        <p className="text-sm text-muted">{filled(words.more, { count: findings.length - MOST })}</p>
      )}
    </div>
  );
}

/** How many of each severity there are, in words; "" for none at all. */
export function countsText(findings: readonly Finding[], texts: EditorTexts): string {
  if (findings.length === 0) return "";
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return filled(texts.findings.counts, {
    error: count("error"),
    warning: count("warning"),
    info: count("info"),
  });
}

function Said({ finding, text, language }: { finding: Finding; text: string; language: Language }) {
  const { rfc } = RULES[finding.rule];
  return (
    <>
      <PartsView parts={lintMessage(finding, text, language).parts} />
      {rfc !== null && (
        <>
          {" "}
          <RfcLink rfc={rfc} />
        </>
      )}
    </>
  );
}

function FixLine({
  text,
  fix,
  texts: { findings: words },
  isReady,
  onFix,
}: {
  text: string;
  fix: Fix;
  texts: EditorTexts;
  isReady: boolean;
  onFix(fix: Fix): void;
}) {
  const becomes = fixPreview(text, fix);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <button type="button" disabled={!isReady} onClick={() => onFix(fix)} className={BUTTON}>
        {words.fix}
      </button>
      <span className="text-muted">{words.becomes}</span>
      {becomes === "" ? (
        <span>{words.removed}</span>
      ) : (
        <code className="min-w-0 rounded-sm bg-sunk px-1.5 font-mono wrap-anywhere">
          <bdi>
            <MarkedParts parts={visibleParts(becomes, 120)} />
          </bdi>
        </code>
      )}
    </p>
  );
}

const SIGNS: Record<Severity, { sign: string; className: string }> = {
  error: { sign: "✕", className: "border-(--result-fail) bg-(--result-fail)/10" },
  warning: { sign: "!", className: "border-(--result-softfail) bg-(--result-softfail)/10" },
  info: { sign: "i", className: "border-line bg-sunk" },
};

function SeverityMark({ severity, texts }: { severity: Severity; texts: EditorTexts }) {
  const { sign, className } = SIGNS[severity];
  return (
    <span
      className={`inline-flex shrink-0 items-center gap-1 rounded-sm border px-1.5 text-xs leading-5 ${className}`}
    >
      <span aria-hidden="true">{sign}</span>
      {texts.findings[severity]}
    </span>
  );
}

/** The text that a finding points at; of an empty span, the character before it. */
function shownSpan(text: string, { from, to }: Span): string {
  const shown = text.slice(from === to ? Math.max(0, from - 1) : from, to);
  return shown.trim() === "" ? "␣".repeat(Math.max(1, Math.min(shown.length, 8))) : shown;
}
