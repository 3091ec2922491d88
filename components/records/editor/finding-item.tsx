"use client";

import type { ReactNode } from "react";
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
import type { EditorTexts } from "./texts";

interface Props {
  text: string;
  finding: Finding;
  language: Language;
  texts: EditorTexts;
  isReady: boolean;
  onSelect(span: Span): void;
  onFix(fix: Fix): void;
  hrefOf(fixes: Fix[] | null): string;
}

/** One finding: how much it matters, where it is, what it says, and its fix. */
export function FindingItem(props: Props) {
  const { text, finding, language, texts, isReady, onSelect } = props;
  const { rfc } = RULES[finding.rule];
  return (
    <li className="space-y-1 py-2 text-sm">
      <div className="flex items-start gap-2">
        <SeverityMark severity={finding.severity} texts={texts} />
        <button
          type="button"
          disabled={!isReady}
          title={texts.findings.select}
          onClick={() => onSelect(finding)}
          className="min-w-0 rounded-xs text-start font-mono wrap-anywhere underline decoration-line underline-offset-4 hover:decoration-current"
        >
          <Written text={shownSpan(text, finding)} />
        </button>
      </div>
      <p>
        <PartsView parts={lintMessage(finding, text, language).parts} />
        {rfc !== null && (
          <>
            {" "}
            <RfcLink rfc={rfc} />
          </>
        )}
      </p>
      {finding.fix && <FixLine {...props} fix={finding.fix} />}
    </li>
  );
}

function FixLine({ text, fix, texts: { findings: words }, isReady, onFix, hrefOf }: Props & { fix: Fix }) {
  const becomes = fixPreview(text, fix);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <FixButton href={isReady ? null : hrefOf([fix])} onPress={() => onFix(fix)}>
        {words.fix}
      </FixButton>
      <span aria-hidden="true" className="text-muted">
        →
      </span>
      <span className="sr-only">{words.becomes}</span>
      {becomes === "" ? (
        <span>{words.removed}</span>
      ) : (
        <code className="min-w-0 rounded-sm bg-sunk px-1.5 font-mono wrap-anywhere">
          <Written text={becomes} />
        </code>
      )}
    </p>
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
