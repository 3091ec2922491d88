"use client";

import { memo, useState } from "react";
import type { Row } from "@/lib/spf/edit/rows";
import type { Severity } from "@/lib/spf/lint/rules";
import type { Qualifier } from "@/lib/spf/record";
import { BUTTON, FIELD } from "./editor-parts";
import { isNamed, renamed, requalified, revalued, TERM_NAMES } from "./row-terms";
import { type EditorTexts, filled } from "./texts";

export interface RowProps {
  row: Row;
  number: number;
  isLast: boolean;
  /** The worst that is said of the term; null for nothing, or while it is typed. */
  severity: Severity | null;
  /** The service that the term authorises, where it is a known one. */
  provider: string | null;
  domain: string | null;
  texts: EditorTexts["rows"];
  /** The same function whatever the text is, so that the other rows stay as they are while one is typed in. */
  onChange(index: number, change: RowChange): void;
}

/** What is done to a row: another term for it, a letter of it, left alone, moved, taken out. */
export type RowChange =
  | { kind: "term" | "typed"; term: string }
  | { kind: "left" | "removed" }
  | { kind: "moved"; by: -1 | 1 };

const EDGES: Record<Severity, string> = {
  error: "border-l-(--result-fail)",
  warning: "border-l-(--result-softfail)",
  info: "border-l-line",
};

const RESULTS: [Qualifier, keyof EditorTexts["rows"]["qualifiers"]][] = [
  ["-", "fail"],
  ["~", "softfail"],
  ["?", "neutral"],
];

/** A term as fields: its place among the others, its result, its kind and its value. */
export const RowFields = memo(function RowFields(props: RowProps) {
  const { number, texts, severity } = props;
  return (
    <li
      aria-label={filled(texts.row, { number })}
      className={`grid grid-cols-[auto_minmax(0,1fr)_minmax(0,1fr)] items-start gap-1.5 border-l-4 py-1.5 ps-2 sm:grid-cols-[auto_7rem_7rem_minmax(0,1fr)_auto] ${severity ? EDGES[severity] : "border-l-transparent"}`}
    >
      <Places {...props} />
      <QualifierField {...props} />
      <KindField {...props} />
      <div className="col-span-2 flex items-start gap-1.5 sm:contents">
        <ValueField {...props} />
        <PlaceButton
          sign="×"
          place="remove"
          label={filled(texts.remove, { number })}
          onPress={() => props.onChange(number - 1, { kind: "removed" })}
        />
      </div>
    </li>
  );
}, isSameRow);

/** Where a row stands in the text is of no concern to its fields. */
function isSameRow(before: RowProps, after: RowProps): boolean {
  const names = Object.keys(after) as (keyof RowProps)[];
  return names.every((name) =>
    name === "row" ? before.row.text === after.row.text : before[name] === after[name],
  );
}

function QualifierField({ row, number, texts, onChange }: RowProps) {
  const requalify = (qualifier: Qualifier | null) =>
    onChange(number - 1, { kind: "term", term: requalified(row, qualifier) });
  return (
    <select
      aria-label={filled(texts.qualifier, { number })}
      value={row.qualifier ?? ""}
      disabled={row.isModifier}
      onChange={({ target }) => requalify(target.value === "" ? null : (target.value as Qualifier))}
      className={FIELD}
    >
      {row.isModifier ? (
        <option value="">–</option>
      ) : (
        <>
          <option value="">{texts.qualifiers.pass}</option>
          {row.qualifier === "+" && <option value="+">+ {texts.qualifiers.pass}</option>}
          {RESULTS.map(([qualifier, result]) => (
            <option key={qualifier} value={qualifier}>
              {qualifier} {texts.qualifiers[result]}
            </option>
          ))}
        </>
      )}
    </select>
  );
}

function KindField({ row, number, texts, onChange }: RowProps) {
  const isKnown = isNamed(row);
  return (
    <select
      aria-label={filled(texts.kind, { number })}
      value={isKnown ? row.name.toLowerCase() : ""}
      onChange={(event) => onChange(number - 1, { kind: "term", term: renamed(row, event.target.value) })}
      className={`${FIELD} font-mono`}
    >
      {!isKnown && <option value="">{texts.other}</option>}
      {TERM_NAMES.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}

function ValueField(props: RowProps) {
  const { row, number, severity, provider, texts, onChange } = props;
  // A term whose name is just being typed keeps its field whole until it is left.
  const [heldWhole, setHeldWhole] = useState(false);
  const isWhole = heldWhole || !isNamed(row);
  const isEmptyEnd = row.name.toLowerCase() === "all" && row.value === "" && !isWhole;
  return (
    <div className="min-w-0 grow">
      {isEmptyEnd ? (
        <p className="flex min-h-11 items-center px-2 text-sm text-muted sm:min-h-8">{texts.everyone}</p>
      ) : (
        <input
          aria-label={filled(texts.value, { number })}
          value={isWhole ? row.text : row.value}
          onFocus={() => setHeldWhole(!isNamed(row))}
          onChange={(event) =>
            onChange(number - 1, { kind: "typed", term: revalued(row, event.target.value, isWhole) })
          }
          onBlur={() => {
            setHeldWhole(false);
            onChange(number - 1, { kind: "left" });
          }}
          placeholder={isOptional(row) ? (props.domain ?? undefined) : undefined}
          aria-invalid={severity === "error" || undefined}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          className={`${FIELD} font-mono`}
        />
      )}
      {provider !== null && <p className="pt-0.5 text-xs text-muted">{provider}</p>}
    </div>
  );
}

/** Without a value such a term is about the domain itself. */
function isOptional({ name, isModifier }: Row): boolean {
  return !isModifier && /^(?:a|mx|ptr)$/i.test(name);
}

function Places({ number, isLast, texts, onChange }: RowProps) {
  const move = (by: -1 | 1) => onChange(number - 1, { kind: "moved", by });
  return (
    <div className="row-span-2 flex flex-col gap-1.5 sm:row-span-1 sm:flex-row sm:gap-1">
      <PlaceButton
        sign="↑"
        place="up"
        label={filled(texts.up, { number })}
        isOff={number === 1}
        onPress={() => move(-1)}
      />
      <PlaceButton
        sign="↓"
        place="down"
        label={filled(texts.down, { number })}
        isOff={isLast}
        onPress={() => move(1)}
      />
    </div>
  );
}

function PlaceButton(props: {
  sign: string;
  place: "up" | "down" | "remove";
  label: string;
  isOff?: boolean;
  onPress(): void;
}) {
  return (
    <button
      type="button"
      data-place={props.place}
      aria-label={props.label}
      title={props.label}
      disabled={props.isOff}
      onClick={props.onPress}
      className={`${BUTTON} min-w-11 shrink-0 px-0 sm:min-w-8`}
    >
      <span aria-hidden="true">{props.sign}</span>
    </button>
  );
}
