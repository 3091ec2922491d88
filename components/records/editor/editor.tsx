"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { HiddenFields } from "@/components/filter/hidden-fields";
import { type Pasted, readPasted } from "@/lib/spf/edit/read-pasted";
import { redone, undone } from "@/lib/spf/edit/undo";
import { applyFixes } from "@/lib/spf/lint/apply-fixes";
import { fixedRecord } from "@/lib/spf/lint/fixed-record";
import type { Span } from "@/lib/spf/record";
import type { Language } from "@/lib/spf/sentence";
import { LONGEST_DRAFT, type RecordsAddress, recordsHref } from "../address";
import { AddTerm } from "./add-term";
import type { OfferedProvider } from "./added-term";
import { fitsAddress } from "./address-text";
import { changeEnd } from "./change-end";
import { BUTTON } from "./editor-parts";
import { FindingsList } from "./findings-list";
import { KeptNote } from "./kept-note";
import { PasteNote } from "./paste-note";
import { RowsForm } from "./rows-form";
import { SizesLine } from "./sizes-line";
import { TermLine } from "./term-line";
import { TextForm } from "./text-form";
import { type EditorTexts, filled } from "./texts";
import { Toolbar } from "./toolbar";
import { useDraft } from "./use-draft";
import { useAnnounced, useReport } from "./use-report";

export interface EditorProps {
  address: RecordsAddress;
  /** The record that the domain publishes; null for none, or where it is not known. */
  published: string | null;
  providers: readonly OfferedProvider[];
  texts: EditorTexts;
  language: Language;
  /** The parts of the page that are worked out for the draft in the address. */
  children?: ReactNode;
}

/** The draft as text and as rows, what is found in it at each keystroke, and its way into the address. */
export function Editor({ address, published, providers, texts, language, children }: EditorProps) {
  const id = useId();
  const desk = useDraft(address, published);
  const { draft, text, dispatch } = desk;
  const { domain } = address;
  const isReady = useIsReady();
  const report = useReport(draft, domain);
  const announced = useAnnounced(report, draft, texts);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const { field, go } = useCaret(text);
  const set = (next: string) => dispatch({ kind: "set", text: next, now: Date.now() });
  const type = (next: string, caret: number) =>
    dispatch({ kind: "typed", text: next, caret, now: Date.now() });
  const step = (kind: "undo" | "redo") => {
    const { present } = (kind === "undo" ? undone : redone)(draft.history);
    go(changeEnd(text, present));
    dispatch({ kind });
  };
  const paste = (given: string, isWhole: boolean): boolean => {
    const read = isWhole ? readPasted(given) : null;
    if (read === null || read.record === "" || read.record === given) return false;
    go(read.record.length);
    set(read.record);
    setPasted(read.changes.length > 0 ? read : null);
    return true;
  };
  const undoPaste = () => {
    setPasted(null);
    step("undo");
  };
  const select = ({ from, to }: Span) => {
    field.current?.focus();
    field.current?.setSelectionRange(from === to ? Math.max(0, from - 1) : from, to);
  };
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    desk.send();
  };
  const isHeld = !fitsAddress(text);
  return (
    <>
      <section
        aria-labelledby={`${id}-title`}
        onKeyDown={undoKeys(step)}
        className="min-w-0 rounded-lg border border-line bg-panel"
      >
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-3 pb-2">
          <h2 id={`${id}-title`} className="font-semibold">
            {texts.title}
          </h2>
          <p role="status" className="min-w-0 grow text-sm text-muted">
            {desk.isPending && texts.pending}
          </p>
          <Toolbar
            history={draft.history}
            published={published}
            texts={texts}
            isReady={isReady}
            onUndo={() => step("undo")}
            onRedo={() => step("redo")}
            onSet={set}
          />
        </div>
        <div className="grid gap-x-8 gap-y-4 px-4 pb-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
          <div className="min-w-0 space-y-2">
            {desk.kept !== null && (
              <KeptNote kept={desk.kept} texts={texts} onUse={set} onDone={desk.dropKept} />
            )}
            <form method="get" action="/records" onSubmit={send} className="space-y-2">
              <HiddenFields fields={otherParts(address)} />
              <label htmlFor={`${id}-text`} className="sr-only">
                {texts.label}
              </label>
              <TextForm
                id={`${id}-text`}
                field={field}
                text={text}
                findings={report.text === text ? report.findings : []}
                typed={report.typed}
                describedBy={`${id}-term`}
                placeholder={texts.placeholder}
                isReady={isReady}
                onType={type}
                onCaret={(at) => dispatch({ kind: "caret", at })}
                onPasted={paste}
                onEnter={send}
              />
              <TermLine
                id={`${id}-term`}
                text={report.text}
                caret={report.text === text ? draft.caret : null}
                ofTyped={report.ofTyped}
                isTyping={report.typed !== null}
                domain={domain}
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
            {isHeld && (
              <p role="status" className="rounded-md bg-warn-ground px-3 py-2 text-sm text-warn">
                {filled(texts.long, { most: LONGEST_DRAFT.toLocaleString(language) })}
              </p>
            )}
            {pasted && (
              <PasteNote
                pasted={pasted}
                domain={domain}
                texts={texts.pasted}
                onUndo={undoPaste}
                onUse={set}
                onClose={() => setPasted(null)}
              />
            )}
          </div>
          <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <FindingsList
              text={report.text}
              findings={report.findings}
              language={language}
              texts={texts}
              isReady={isReady}
              onSelect={select}
              onFix={(fix) => set(applyFixes(report.text, [fix]))}
              onFixAll={() => set(fixedRecord(report.text, { domain: domain ?? undefined }))}
            />
          </div>
          <div className="min-w-0 space-y-3">
            <RowsForm
              text={text}
              findings={report.findings}
              providers={providers}
              texts={texts.rows}
              isReady={isReady}
              onSet={set}
              onType={type}
              onLeft={() => dispatch({ kind: "caret", at: null })}
            />
            <AddTerm text={text} providers={providers} texts={texts.add} isReady={isReady} onAdd={set} />
          </div>
        </div>
        <p role="status" className="sr-only">
          {announced}
        </p>
      </section>
      {children !== undefined && (
        <div aria-busy={desk.isPending} className={desk.isPending || isHeld ? "opacity-60" : undefined}>
          {children}
        </div>
      )}
    </>
  );
}

/** False in what the server renders, and until the page's scripts run. */
function useIsReady(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}

/** The textarea, and a way to where its caret is to stand once the text has changed. */
function useCaret(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret stands where it was put until the text changes
  useLayoutEffect(() => {
    if (wanted.current !== null && document.activeElement === field.current)
      field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  }, [text]);
  const go = (to: number) => {
    wanted.current = to;
  };
  return { field, go };
}

/** Undoes and redoes from anywhere in the editor but where a field has not changed the draft yet. */
function undoKeys(step: (kind: "undo" | "redo") => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
    if (event.target instanceof Element && event.target.closest("[data-own-undo]")) return;
    event.preventDefault();
    step(key === "y" || event.shiftKey ? "redo" : "undo");
  };
}

/** What the address says besides the draft. */
function otherParts(address: RecordsAddress): [string, string][] {
  const query = recordsHref(address, { record: null }).split("?")[1] ?? "";
  return [...new URLSearchParams(query)];
}
