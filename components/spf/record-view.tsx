import { useTranslations } from "next-intl";
import { MarkedParts } from "@/components/ui/marked-parts";
import type { Span } from "@/lib/spf/record";
import { markedPieces, type RecordMark } from "./record-pieces";
import { wholeParts } from "./whole-text";

/** What is marked in a record's text, by indices into it. */
export interface MarkedSpan extends Span {
  mark: RecordMark;
}

const LOOKS: Record<RecordMark, { tag: "ins" | "del" | "mark"; className: string }> = {
  insert: { tag: "ins", className: "bg-(--result-pass)/20 font-semibold no-underline" },
  remove: { tag: "del", className: "bg-(--result-fail)/15 line-through" },
  problem: {
    tag: "mark",
    className: "bg-(--result-fail)/15 underline decoration-(--result-fail) decoration-wavy",
  },
  decided: { tag: "mark", className: "bg-(--result-neutral)/20 font-semibold" },
};

/** The text of a record, or of several on lines of their own, with places in it marked. */
export function RecordView({ text, spans = [] }: { text: string; spans?: readonly MarkedSpan[] }) {
  const t = useTranslations("record.marks");
  return (
    <code className="block rounded bg-sunk px-3 py-2 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
      {markedPieces(text, spans).map(({ from, text: piece, mark }) => {
        if (mark === null) return <RecordText key={from} text={piece} />;
        const { tag: Tag, className } = LOOKS[mark];
        return (
          <Tag key={from} className={`rounded-xs text-ink ${className}`}>
            <span className="sr-only">{t(mark)} </span>
            <RecordText text={piece} />
          </Tag>
        );
      })}
    </code>
  );
}

function RecordText({ text }: { text: string }) {
  return (
    <bdi>
      <MarkedParts parts={wholeParts(text)} />
    </bdi>
  );
}
