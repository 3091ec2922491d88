"use client";

import { QuotedText } from "@/components/spf/sentence-view";
import { BUTTON } from "./editor-parts";
import type { EditorTexts } from "./texts";

interface Props {
  kept: string;
  texts: EditorTexts;
  onUse(text: string): void;
  onDone(): void;
}

/** Offers the draft that the tab kept when the page was left before the draft got into the address. */
export function KeptNote({ kept, texts: { restore }, onUse, onDone }: Props) {
  const use = () => {
    onUse(kept);
    onDone();
  };
  return (
    <div role="status" className="space-y-2 rounded-md bg-sunk px-3 py-2 text-sm">
      <p>{restore.found}</p>
      <p className="line-clamp-2 font-mono wrap-anywhere text-muted">
        <QuotedText text={kept} />
      </p>
      <p className="flex flex-wrap gap-2">
        <button type="button" onClick={use} className={BUTTON}>
          {restore.use}
        </button>
        <button type="button" onClick={onDone} className={BUTTON}>
          {restore.drop}
        </button>
      </p>
    </div>
  );
}
