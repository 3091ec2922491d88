"use client";

import { useDeferredValue, useId, useMemo, useState } from "react";
import { QuotedText } from "@/components/spf/sentence-view";
import { readPasted } from "@/lib/spf/edit/read-pasted";
import { fitsAddress } from "./address-text";
import { PasteChanges } from "./paste-note";
import type { EditorTexts } from "./texts";

/** A text in any form, and what is read of it; opens the record in the workbench, which reads it itself without scripts. */
export function PasteForm({ domain, texts }: { domain: string | null; texts: EditorTexts }) {
  const id = useId();
  const [text, setText] = useState("");
  const settled = useDeferredValue(text);
  const read = useMemo(() => (settled.trim() === "" ? null : readPasted(settled)), [settled]);
  const record = read === null || read.record === "" ? text : read.record;
  const isLong = !fitsAddress(record);
  return (
    <form method="get" action="/records" className="space-y-3">
      {(read?.domain ?? domain) !== null && (
        <input type="hidden" name="domain" value={read?.domain ?? domain ?? ""} />
      )}
      <label htmlFor={id} className="block text-sm font-medium">
        {texts.paste.label}
      </label>
      <textarea
        id={id}
        name={read === null || read.record === "" ? "pasted" : undefined}
        rows={4}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={'example.com. IN TXT "v=spf1 ip4:192.0.2.10 " "include:spf.example.net -all"'}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        className="block w-full rounded-md border border-muted bg-panel px-3 py-2 font-mono text-base sm:text-sm"
      />
      {read !== null && read.record !== "" && <input type="hidden" name="record" value={read.record} />}
      <div aria-live="polite" className="space-y-1 text-sm">
        {read !== null && read.record === "" && <p>{texts.paste.nothing}</p>}
        {read !== null && read.record !== "" && (read.record !== settled || read.changes.length > 0) && (
          <>
            <p className="font-medium">{texts.paste.understood}</p>
            <p className="rounded bg-sunk px-3 py-2 font-mono wrap-anywhere">
              <QuotedText text={read.record} />
            </p>
            <PasteChanges pasted={read} domain={domain} texts={texts.pasted} />
          </>
        )}
        {isLong && <p className="text-warn">{texts.paste.long}</p>}
      </div>
      <button
        type="submit"
        disabled={isLong}
        className="min-h-11 rounded-md bg-accent px-4 py-2 text-sm font-medium text-on-accent disabled:opacity-45 sm:min-h-9"
      >
        {texts.paste.open}
      </button>
    </form>
  );
}
