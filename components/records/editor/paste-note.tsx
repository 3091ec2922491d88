"use client";

import { PartsView, QuotedText } from "@/components/spf/sentence-view";
import type { Pasted } from "@/lib/spf/edit/read-pasted";
import { BUTTON } from "./editor-parts";
import { type EditorTexts, filled, filledParts } from "./texts";

interface Props {
  pasted: Pasted;
  domain: string | null;
  texts: EditorTexts["pasted"];
  onUndo(): void;
  onUse(record: string): void;
  onClose(): void;
}

/** What was made of a pasted text, and the way back. */
export function PasteNote({ pasted, domain, texts, onUndo, onUse, onClose }: Props) {
  return (
    <div role="status" className="space-y-2 rounded-md bg-sunk px-3 py-2 text-sm">
      <p className="font-medium">{texts.title}</p>
      <PasteChanges pasted={pasted} domain={domain} texts={texts} />
      {pasted.others.slice(0, 3).map((other) => (
        <p key={other} className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 font-mono wrap-anywhere">
            <QuotedText text={other} />
          </span>
          <button type="button" onClick={() => onUse(other)} className={BUTTON}>
            {texts.use}
          </button>
        </p>
      ))}
      <p className="flex flex-wrap gap-2">
        <button type="button" onClick={onUndo} className={BUTTON}>
          {texts.undo}
        </button>
        <button type="button" onClick={onClose} className={BUTTON}>
          {texts.close}
        </button>
      </p>
    </div>
  );
}

/** What was done to a pasted text, change by change. */
export function PasteChanges({ pasted, domain, texts }: Pick<Props, "pasted" | "domain" | "texts">) {
  const { changes, others } = pasted;
  const isElsewhere = pasted.domain !== null && pasted.domain !== domain;
  return (
    <ul className="list-disc ps-5">
      {changes.map((change) => (
        <li key={change}>{texts.changes[change]}</li>
      ))}
      {others.length > 0 && <li>{filled(texts.others, { count: others.length })}</li>}
      {isElsewhere && (
        <li>
          <PartsView parts={filledParts(texts.domain, { domain: pasted.domain! })} />
        </li>
      )}
    </ul>
  );
}
