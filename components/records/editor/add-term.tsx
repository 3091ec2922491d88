"use client";

import { type FormEvent, memo, useId, useRef, useState } from "react";
import { ADDED_KINDS, type AddedKind, type AddFault, type OfferedProvider, withAdded } from "./added-term";
import { BUTTON, FIELD } from "./editor-parts";
import type { EditorTexts } from "./texts";

interface Props {
  text: string;
  providers: readonly OfferedProvider[];
  texts: EditorTexts["add"];
  isReady: boolean;
  onAdd(text: string): void;
}

const ENDS = { fail: "-all", softfail: "~all", neutral: "?all" } as const;

/** Puts one more term where it works; what was entered stays if it cannot be one. */
export function AddTerm({ text, providers, texts, isReady, onAdd }: Props) {
  const id = useId();
  const [kind, setKind] = useState<AddedKind>("address");
  const [value, setValue] = useState("");
  const [end, setEnd] = useState<string>(ENDS.fail);
  const [fault, setFault] = useState<AddFault | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const added = withAdded(text, kind, kind === "all" ? end : value, providers);
    setFault("fault" in added ? added.fault : null);
    field.current?.focus();
    if ("fault" in added) return;
    setValue("");
    onAdd(added.text);
  };
  const onKind = (chosen: AddedKind) => {
    setKind(chosen);
    setFault(null);
  };
  return (
    <form onSubmit={submit} data-own-undo className="rounded-md border border-dashed border-line p-3">
      <fieldset disabled={!isReady} className="grid gap-2 sm:grid-cols-[13rem_1fr_auto] sm:items-end">
        <legend className="pb-1 text-sm font-medium">{texts.title}</legend>
        <div className="grid min-w-0 gap-1">
          <label htmlFor={`${id}-kind`} className="text-xs text-muted">
            {texts.kind}
          </label>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={(event) => onKind(event.target.value as AddedKind)}
            className={FIELD}
          >
            {ADDED_KINDS.map((each) => (
              <option key={each} value={each}>
                {texts.kinds[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="grid min-w-0 gap-1">
          <label htmlFor={`${id}-value`} className="text-xs text-muted">
            {texts.values[kind]}
          </label>
          {kind === "all" ? (
            <select
              id={`${id}-value`}
              value={end}
              onChange={(event) => setEnd(event.target.value)}
              className={FIELD}
            >
              {(["fail", "softfail", "neutral"] as const).map((result) => (
                <option key={result} value={ENDS[result]}>
                  {texts.all[result]}
                </option>
              ))}
            </select>
          ) : (
            <input
              ref={field}
              id={`${id}-value`}
              value={value}
              list={kind === "include" ? `${id}-providers` : undefined}
              onChange={(event) => {
                setValue(event.target.value);
                setFault(null);
              }}
              placeholder={texts.examples[kind]}
              aria-invalid={fault !== null || undefined}
              aria-describedby={fault === null ? undefined : `${id}-fault`}
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              className={FIELD}
            />
          )}
        </div>
        <button type="submit" className={BUTTON}>
          {texts.submit}
        </button>
      </fieldset>
      {fault !== null && (
        <p id={`${id}-fault`} role="alert" className="pt-2 text-sm text-warn">
          {texts.faults[fault]}
        </p>
      )}
      <Services id={`${id}-providers`} providers={providers} />
    </form>
  );
}

/** Apart, since there are many of them, and they never change. */
const Services = memo(function Services(props: { id: string; providers: readonly OfferedProvider[] }) {
  return (
    <datalist id={props.id}>
      {props.providers.map(({ name, include }) => (
        <option key={include} value={include}>
          {name}
        </option>
      ))}
    </datalist>
  );
});
