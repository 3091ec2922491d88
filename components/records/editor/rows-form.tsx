"use client";

import { useEffect, useMemo, useRef } from "react";
import { movedTerm, replacedTerm, withoutSpan } from "@/lib/spf/edit/edits";
import { type Row, rowsOf } from "@/lib/spf/edit/rows";
import type { Finding } from "@/lib/spf/lint/finding";
import type { Severity } from "@/lib/spf/lint/rules";
import { RANK } from "@/lib/spf/lint/worst-first";
import { LONGEST_DRAFT } from "../address";
import type { OfferedProvider } from "./added-term";
import { type RowChange, RowFields } from "./row-fields";
import { touches } from "./term-at";
import type { EditorTexts } from "./texts";
import { useLatest } from "./use-latest";

/** So many rows are in what the server renders, where none can be used yet: strangers may send drafts of thousands of terms. */
const RENDERED = 60;

interface Props {
  text: string;
  findings: readonly Finding[];
  providers: readonly OfferedProvider[];
  domain: string | null;
  texts: EditorTexts["rows"];
  isReady: boolean;
  onSet(text: string): void;
  onType(text: string, caret: number): void;
  onLeft(): void;
}

/** The record as rows, one for each term. */
export function RowsForm(props: Props) {
  const { text, findings, providers, texts, isReady, onSet, onType, onLeft } = props;
  const isLong = text.length > LONGEST_DRAFT;
  const rows = useMemo(() => (isLong ? [] : rowsOf(text)), [text, isLong]);
  const names = useMemo(() => new Map(providers.map(({ name, include }) => [include, name])), [providers]);
  const list = useRef<HTMLOListElement>(null);
  const focus = useFocusAfterwards(list);
  const change = (index: number, event: RowChange) => {
    const row = rows[index];
    if (event.kind === "left") return onLeft();
    if (row === undefined) return;
    if (event.kind === "term") return onSet(replacedTerm(text, row, event.term));
    if (event.kind === "typed")
      return onType(replacedTerm(text, row, event.term), row.from + event.term.length);
    if (event.kind === "moved") focus(index + event.by, event.by < 0 ? "up" : "down");
    else focus(Math.min(index, rows.length - 2), "remove");
    onSet(event.kind === "moved" ? movedTerm(text, row, event.by) : withoutSpan(text, row));
  };
  const onChange = useLatest(change);
  return (
    <fieldset disabled={!isReady} className="min-w-0">
      <legend className="sr-only">{texts.title}</legend>
      <noscript>
        <p className="pb-1 text-sm text-muted">{texts.script}</p>
      </noscript>
      {rows.length === 0 && <p className="py-1 text-sm text-muted">{isLong ? texts.long : texts.none}</p>}
      <ol ref={list} className="divide-y divide-line">
        {(isReady ? rows : rows.slice(0, RENDERED)).map((row, index) => (
          <RowFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a row that is typed in stays the same row
            key={index}
            row={row}
            number={index + 1}
            isLast={index === rows.length - 1}
            severity={worstOf(row, findings)}
            provider={names.get(row.value.toLowerCase()) ?? null}
            domain={props.domain}
            texts={texts}
            onChange={onChange}
          />
        ))}
      </ol>
    </fieldset>
  );
}

function worstOf(row: Row, findings: readonly Finding[]): Severity | null {
  const own = findings.filter((finding) => touches(finding, row)).map(({ severity }) => severity);
  return own.sort((a, b) => RANK[a] - RANK[b])[0] ?? null;
}

type Place = "up" | "down" | "remove";

/** Brings the focus along to a row's button, or the other one where that cannot be pressed any more. */
function useFocusAfterwards(list: { current: HTMLOListElement | null }) {
  const wanted = useRef<{ index: number; place: Place } | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const { index, place } = wanted.current;
    wanted.current = null;
    const row = list.current?.children[index];
    const button = (name: Place) =>
      row?.querySelector<HTMLButtonElement>(`button[data-place="${name}"]:not(:disabled)`);
    (button(place) ?? button(place === "up" ? "down" : "up") ?? button("remove"))?.focus();
  });
  return (index: number, place: Place) => {
    wanted.current = { index, place };
  };
}
