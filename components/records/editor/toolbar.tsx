"use client";

import type { History } from "@/lib/spf/edit/undo";
import { BUTTON } from "./editor-parts";
import type { EditorTexts } from "./texts";

interface Props {
  history: History;
  /** null where nothing published is known. */
  published: string | null;
  texts: EditorTexts;
  isReady: boolean;
  onUndo(): void;
  onRedo(): void;
  onSet(text: string): void;
}

/** The ways back and forth through the draft's history, and to its two beginnings. */
export function Toolbar({ history, published, texts, isReady, onUndo, onRedo, onSet }: Props) {
  const { past, present, future } = history;
  return (
    <fieldset disabled={!isReady} className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{texts.history}</legend>
      <button
        type="button"
        disabled={past.length === 0}
        aria-keyshortcuts="Control+Z"
        onClick={onUndo}
        className={BUTTON}
      >
        <span aria-hidden="true">↶</span> {texts.undo}
      </button>
      <button
        type="button"
        disabled={future.length === 0}
        aria-keyshortcuts="Control+Y"
        onClick={onRedo}
        className={BUTTON}
      >
        <span aria-hidden="true">↷</span> {texts.redo}
      </button>
      {published !== null && (
        <button
          type="button"
          disabled={present === published}
          onClick={() => onSet(published)}
          className={BUTTON}
        >
          {texts.toPublished}
        </button>
      )}
      <button type="button" disabled={present === ""} onClick={() => onSet("")} className={BUTTON}>
        {texts.startEmpty}
      </button>
    </fieldset>
  );
}
