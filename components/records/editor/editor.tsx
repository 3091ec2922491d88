"use client";

import { type ReactNode, useId, useSyncExternalStore } from "react";
import { applyFixes } from "@/lib/spf/lint/apply-fixes";
import type { Language } from "@/lib/spf/sentence";
import { LONGEST_DRAFT, type RecordsAddress, recordsHref } from "../address";
import { AddTerm } from "./add-term";
import type { OfferedProvider } from "./added-term";
import { fitsAddress } from "./address-text";
import { DraftForm } from "./draft-form";
import { FindingsList } from "./findings-list";
import { KeptNote } from "./kept-note";
import { PasteNote } from "./paste-note";
import { RowsForm } from "./rows-form";
import { type EditorTexts, filled } from "./texts";
import { Toolbar } from "./toolbar";
import { useDraft } from "./use-draft";
import { undoKeys, useEditing } from "./use-editing";
import { useIsNarrow } from "./use-is-narrow";
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
  const { draft, text } = desk;
  const { domain } = address;
  const editing = useEditing(desk);
  const { set, step, pasted } = editing;
  const isReady = useIsReady();
  const isNarrow = useIsNarrow();
  const report = useReport(draft, domain);
  const announced = useAnnounced(report, draft, texts);
  const isHeld = !fitsAddress(text);
  return (
    <>
      <section
        aria-labelledby={id}
        onKeyDown={undoKeys(step)}
        className="min-w-0 rounded-lg border border-line bg-panel"
      >
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-3 pb-2">
          <h2 id={id} className="font-semibold">
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
            <DraftForm
              address={address}
              desk={desk}
              editing={editing}
              report={report}
              language={language}
              texts={texts}
              isReady={isReady}
            />
            {isHeld && (
              <p role="status" className="rounded-md bg-warn-ground px-3 py-2 text-sm text-warn">
                {filled(texts.long, { most: LONGEST_DRAFT })}
              </p>
            )}
            {pasted && (
              <PasteNote
                pasted={pasted}
                domain={domain}
                texts={texts.pasted}
                onUndo={editing.undoPaste}
                onUse={set}
                onClose={editing.closePasted}
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
              onSelect={editing.select}
              onFix={(fixes) => set(applyFixes(report.text, fixes))}
              hrefOf={(fixes) => recordsHref(address, { record: applyFixes(report.text, fixes) })}
            />
          </div>
          {/* On a telephone what the address chooses is not to be far below. */}
          <details open={!isNarrow || address.view === "tree"} className="min-w-0">
            <summary className="pb-1 text-sm font-medium">{texts.rows.title}</summary>
            <div className="space-y-3">
              <RowsForm
                text={text}
                findings={report.text === text ? report.findings : []}
                providers={providers}
                domain={domain}
                texts={texts.rows}
                isReady={isReady}
                onSet={set}
                onType={editing.type}
                onLeft={() => editing.moveCaret(null)}
              />
              <AddTerm text={text} providers={providers} texts={texts.add} isReady={isReady} onAdd={set} />
            </div>
          </details>
        </div>
        <p role="status" className="sr-only">
          {announced}
        </p>
      </section>
      {children !== undefined && (
        <div
          aria-busy={desk.isPending}
          className={`space-y-4 ${desk.isPending || isHeld ? "opacity-60" : ""}`}
        >
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
