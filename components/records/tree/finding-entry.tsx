import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QuotedText, SentenceView } from "@/components/spf/sentence-view";
import type { Severity } from "@/lib/spf/lint/rules";
import type { Span } from "@/lib/spf/record";
import type { Sentence } from "@/lib/spf/sentence";
import { SeverityMark } from "../severity-mark";

interface Props {
  finding: Span & { severity: Severity };
  /** The record's text. */
  text: string;
  /** The names on the way from the record to the place, the first of them its own. */
  where?: readonly string[];
  sentence: Sentence;
  /** What can be done about it. */
  children?: ReactNode;
}

/** One finding of a list: how much it matters, where in the record it is, and what it says. */
export function FindingEntry({ finding, text, where = [], sentence, children }: Props) {
  const t = useTranslations("recordTree.findings.severities");
  const { severity } = finding;
  return (
    <li className="flex gap-3 border-t border-line px-4 py-2.5">
      <div className="shrink-0 sm:w-18">
        <SeverityMark severity={severity} label={t(severity)} />
      </div>
      <div className="min-w-0 space-y-0.5 wrap-anywhere">
        <Place span={finding} where={where} text={text} />
        <p>
          <SentenceView sentence={sentence} />
        </p>
        {children}
      </div>
    </li>
  );
}

/** The record's term that leads there, and the names on the way; nothing for what is about the whole record. */
function Place({ span: { from, to }, where, text }: { span: Span; where: readonly string[]; text: string }) {
  const isPart = to > from && (from > 0 || to < text.length);
  if (!isPart) return null;
  return (
    <p className="text-xs text-muted">
      <span className="font-mono">
        <QuotedText text={text.slice(from, to)} />
      </span>
      {where.slice(1).map((name, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a way never moves, and may pass a name twice
        <span key={n}>
          <span aria-hidden="true"> → </span>
          <QuotedText text={name} />
        </span>
      ))}
    </p>
  );
}
