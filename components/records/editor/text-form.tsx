"use client";

import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, type RefObject, useMemo } from "react";
import type { Finding } from "@/lib/spf/lint/finding";
import type { Span } from "@/lib/spf/record";
import { markSegments, type TextMark } from "./mark-segments";

// The textarea and what lies behind it break their lines alike only if nothing of this differs.
const LETTERS =
  "col-start-1 row-start-1 m-0 block min-h-24 w-full min-w-0 px-3 py-2.5 font-mono text-base leading-7 tracking-normal whitespace-pre-wrap [overflow-wrap:anywhere] [word-break:normal] sm:text-sm sm:leading-7";

const WAVES =
  "underline decoration-wavy decoration-[1.5px] underline-offset-4 [text-decoration-skip-ink:none]";
const LOOKS: Record<TextMark, string> = {
  error: `${WAVES} bg-(--result-fail)/12 decoration-(--result-fail)`,
  warning: `${WAVES} bg-(--result-softfail)/12 decoration-(--result-softfail)`,
  info: "underline decoration-muted decoration-dotted decoration-2 underline-offset-4 [text-decoration-skip-ink:none]",
  typed: "bg-accent/10",
};

interface Props {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** None while those of another text are shown. */
  findings: readonly Finding[];
  typed: Span | null;
  describedBy: string;
  placeholder: string;
  isReady: boolean;
  onType(text: string, caret: number): void;
  onCaret(at: number | null): void;
  onPasted(text: string, whole: boolean): boolean;
  onEnter(): void;
}

/** The record as text, with what is found in it marked under its letters. */
export function TextForm(props: Props) {
  const { id, field, text, findings, typed, onType, onCaret, onEnter } = props;
  const segments = useMemo(() => markSegments(text, findings, typed), [text, findings, typed]);
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const left = value.slice(0, selectionStart) + value.slice(selectionEnd);
    if (props.onPasted(event.clipboardData.getData("text"), left.trim() === "")) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <div className="max-h-[60vh] overflow-auto rounded-md border border-muted bg-panel has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <div className="grid">
        <div aria-hidden="true" dir="ltr" className={`${LETTERS} text-transparent select-none`}>
          {segments.map(({ from, text: piece, mark }) =>
            mark === null ? (
              piece
            ) : (
              <span key={from} className={`rounded-xs ${LOOKS[mark]}`}>
                {piece}
              </span>
            ),
          )}
          {"\u200b"}
        </div>
        <textarea
          ref={field}
          id={id}
          name="record"
          dir="ltr"
          value={text}
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) =>
            onType(event.target.value, event.target.selectionStart)
          }
          onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
          onBlur={() => onCaret(null)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          placeholder={props.placeholder}
          aria-describedby={props.describedBy}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          translate="no"
          className={`${LETTERS} resize-none border-0 bg-transparent outline-none placeholder:text-muted ${props.isReady ? "overflow-hidden" : "overflow-auto"}`}
        />
      </div>
    </div>
  );
}
