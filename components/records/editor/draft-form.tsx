"use client";

import { type FormEvent, useId } from "react";
import { HiddenFields } from "@/components/filter/hidden-fields";
import type { Language } from "@/lib/spf/sentence";
import { type RecordsAddress, recordsHref } from "../address";
import { BUTTON } from "./editor-parts";
import { SizesLine } from "./sizes-line";
import { TermLine } from "./term-line";
import { TextForm } from "./text-form";
import type { EditorTexts } from "./texts";
import type { DraftDesk } from "./use-draft";
import { useEarlyText } from "./use-early-text";
import type { Editing } from "./use-editing";
import type { ShownReport } from "./use-report";

interface Props {
  address: RecordsAddress;
  desk: DraftDesk;
  editing: Editing;
  report: ShownReport;
  language: Language;
  texts: EditorTexts;
  isReady: boolean;
}

/** The draft's text, with what its term at the caret does and what it takes; without scripts a form that asks the server. */
export function DraftForm({ address, desk, editing, report, language, texts, isReady }: Props) {
  const id = useId();
  const { draft, text } = desk;
  const isShown = report.text === text;
  useEarlyText(`${id}-text`, text, (early) => editing.type(early, early.length));
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    desk.send();
  };
  return (
    <form method="get" action="/records" onSubmit={send} className="space-y-2">
      <HiddenFields fields={otherParts(address)} />
      <label htmlFor={`${id}-text`} className="sr-only">
        {texts.label}
      </label>
      <TextForm
        id={`${id}-text`}
        field={editing.field}
        text={text}
        findings={isShown ? report.findings : []}
        typed={report.typed}
        describedBy={`${id}-term`}
        placeholder={texts.placeholder}
        isReady={isReady}
        onType={editing.type}
        onCaret={editing.moveCaret}
        onPasted={editing.paste}
        onEnter={send}
      />
      <TermLine
        id={`${id}-term`}
        text={report.text}
        caret={isShown ? draft.caret : null}
        ofTyped={report.ofTyped}
        isTyping={report.typed !== null}
        domain={address.domain}
        language={language}
        texts={texts}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <SizesLine text={report.text} lookups={report.lookups} texts={texts} />
        <button type="submit" className={BUTTON}>
          {texts.check}
        </button>
      </div>
    </form>
  );
}

/** What the address says besides the draft. */
function otherParts(address: RecordsAddress): [string, string][] {
  const query = recordsHref(address, { record: null }).split("?")[1] ?? "";
  return [...new URLSearchParams(query)];
}
