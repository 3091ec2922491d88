"use client";

import { recordSizes, type Size } from "@/lib/spf/edit/record-sizes";
import { type EditorTexts, filled } from "./texts";

/** The lookups that a check may make (RFC 7208 section 4.6.4), and from how many on little is left. */
const MOST = 10;
const NEAR = 8;

/** What the draft takes of what a record may: octets, strings, lookups of its own terms. */
export function SizesLine({ text, lookups, texts }: { text: string; lookups: number; texts: EditorTexts }) {
  const { record, strings } = recordSizes(text, { domain: null, published: null });
  const words = texts.sizes;
  const state = lookups > MOST ? "over" : lookups >= NEAR ? "near" : "ok";
  return (
    <ul aria-label={words.label} className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      <li>
        {filled(words.octets, { octets: record.octets, limit: record.limit })}
        <State state={record.state} texts={texts} />
      </li>
      {record.octets > 0 && <li>{filled(words.strings, { count: strings.length })}</li>}
      <li title={words.lookupsHint}>
        {filled(words.lookups, { count: lookups, most: MOST })}
        <State state={state} texts={texts} />
      </li>
    </ul>
  );
}

function State({ state, texts }: { state: Size["state"]; texts: EditorTexts }) {
  if (state === "ok") return null;
  return <span className="ms-1 font-medium text-warn">{texts.sizes[state]}</span>;
}
