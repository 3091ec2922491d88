"use client";

import { useState } from "react";
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
  texts: EditorTexts["rows"];
  onTerm(term: string): void;
  onTyped(term: string): void;
  onLeft(): void;
  onMoved(by: -1 | 1): void;
  onRemoved(): void;
}

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

/** A term as fields: its result, its kind, its value, and its place among the others. */
export function RowFields(props: RowProps) {
  const { row, number, texts, severity } = props;
  const label = (key: "kind" | "qualifier" | "row") => filled(texts[key], { number });
  const name = row.name.toLowerCase();
  const isKnown = isNamed(row);
  return (
    <li
      aria-label={label("row")}
      className={`grid grid-cols-[1fr_1fr_auto] gap-1.5 border-l-4 py-1.5 ps-2 sm:grid-cols-[7rem_7rem_1fr_auto] ${severity ? EDGES[severity] : "border-l-transparent"}`}
    >
      <select
        aria-label={label("qualifier")}
        value={row.qualifier ?? ""}
        disabled={row.isModifier}
        onChange={(event) =>
          props.onTerm(requalified(row, event.target.value === "" ? null : (event.target.value as Qualifier)))
        }
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
      <select
        aria-label={label("kind")}
        value={isKnown ? name : ""}
        onChange={(event) => props.onTerm(renamed(row, event.target.value))}
        className={`${FIELD} font-mono`}
      >
        {!isKnown && <option value="">{texts.other}</option>}
        {TERM_NAMES.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <ValueField {...props} />
      <Places {...props} />
    </li>
  );
}

function ValueField({ row, number, severity, provider, texts, onTyped, onLeft }: RowProps) {
  // A term whose name is just being typed keeps its field whole until it is left.
  const [heldWhole, setHeldWhole] = useState(false);
  const isWhole = heldWhole || !isNamed(row);
  const isEmptyEnd = row.name.toLowerCase() === "all" && row.value === "" && !isWhole;
  return (
    <div className="order-last col-span-3 min-w-0 sm:order-none sm:col-span-1">
      {isEmptyEnd ? (
        <span aria-hidden="true" className="hidden sm:block" />
      ) : (
        <input
          aria-label={filled(texts.value, { number })}
          value={isWhole ? row.text : row.value}
          onFocus={() => setHeldWhole(!isNamed(row))}
          onChange={(event) => onTyped(revalued(row, event.target.value, isWhole))}
          onBlur={() => {
            setHeldWhole(false);
            onLeft();
          }}
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

function Places({ number, isLast, texts, onMoved, onRemoved }: RowProps) {
  const label = (key: "up" | "down" | "remove") => filled(texts[key], { number });
  const shape = `${BUTTON} min-w-11 px-0 sm:min-w-8`;
  return (
    <div className="flex gap-1 self-start">
      <button
        type="button"
        data-place="up"
        aria-label={label("up")}
        title={label("up")}
        disabled={number === 1}
        onClick={() => onMoved(-1)}
        className={shape}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        data-place="down"
        aria-label={label("down")}
        title={label("down")}
        disabled={isLast}
        onClick={() => onMoved(1)}
        className={shape}
      >
        <span aria-hidden="true">↓</span>
      </button>
      <button
        type="button"
        data-place="remove"
        aria-label={label("remove")}
        title={label("remove")}
        onClick={onRemoved}
        className={shape}
      >
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
