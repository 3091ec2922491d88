"use client";

import { useRef } from "react";
import { fixesOf, fixesTogether } from "@/lib/spf/lint/apply-fixes";
import type { Finding, Fix } from "@/lib/spf/lint/finding";
import type { Severity } from "@/lib/spf/lint/rules";
import type { Span } from "@/lib/spf/record";
import type { Language } from "@/lib/spf/sentence";
import { FindingItem, FixButton, shownFinding } from "./finding-item";
import { type EditorTexts, filled } from "./texts";
import { useLatest } from "./use-latest";

/** More are not read; the first of them are the worst. */
const MOST = 30;

interface Props {
  text: string;
  findings: readonly Finding[];
  language: Language;
  texts: EditorTexts;
  isReady: boolean;
  onSelect(span: Span): void;
  onFix(fixes: readonly Fix[]): void;
  /** Where a page without scripts leads to for the draft with some fixes. */
  hrefOf(fixes: readonly Fix[]): string;
}

/** What was found in the draft, worst first, each with the way to its place and, where there is one, its fix. */
export function FindingsList(props: Props) {
  const { text, findings, texts, isReady, onSelect, onFix } = props;
  const words = texts.findings;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = findings.slice(0, MOST);
  // No more than is listed: what these fixes uncover is listed then, with buttons of its own.
  const fixes = fixesTogether(fixesOf(shown));
  // The button that was pressed goes; where one reads on is the heading.
  const andStay = (change: () => void) => {
    change();
    heading.current?.focus({ preventScroll: true });
  };
  const selectAt = useLatest((n: number) => onSelect(findings[n]!));
  const fixAt = useLatest((n: number) => andStay(() => onFix([findings[n]!.fix!])));
  const nothing = text.trim() === "" ? words.empty : words.none;
  return (
    <div className="min-h-44 min-w-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-1">
        <h3 ref={heading} tabIndex={-1} className="font-medium">
          {words.title}
        </h3>
        <p className="text-sm text-muted">{countsText(findings, texts)}</p>
        {fixes.length > 1 && (
          <span className="ms-auto">
            <FixButton
              href={isReady ? null : props.hrefOf(fixes)}
              onPress={() => andStay(() => onFix(fixes))}
            >
              {filled(words.fixAll, { count: fixes.length })}
            </FixButton>
          </span>
        )}
      </div>
      {findings.length === 0 && <p className="py-2 text-sm text-muted">{nothing}</p>}
      <ul className="divide-y divide-line">
        {shown.map((finding, n) => (
          <FindingItem
            // biome-ignore lint/suspicious/noArrayIndexKey: an item keeps its place, whatever it says
            key={n}
            index={n}
            item={shownFinding(finding, text, props.language)}
            texts={words}
            isReady={isReady}
            href={isReady || finding.fix === null ? null : props.hrefOf([finding.fix])}
            onSelect={selectAt}
            onFix={fixAt}
          />
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
