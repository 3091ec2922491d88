import { type InputHTMLAttributes, type ReactNode, useId } from "react";

type FieldProps = InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string };

/** One labelled line of a form. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="block w-full rounded-md border border-muted bg-panel px-3 py-2"
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The one button that a form is for. */
export function Submit({ children }: { children: ReactNode }) {
  return (
    <button type="submit" className="rounded-md bg-accent px-4 py-2 font-medium text-on-accent">
      {children}
    </button>
  );
}

/** What went wrong, or, where nothing did, what was done. */
export function Notice({ problem, done }: { problem: string | null; done?: string | null }) {
  if (problem !== null)
    return (
      <p role="alert" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
        {problem}
      </p>
    );
  if (!done) return null;
  return (
    <p role="status" className="rounded-md bg-sunk px-3 py-2">
      {done}
    </p>
  );
}

/** A command line to be typed on the server. */
export function CommandLine({ text, command }: { text: string; command: string }) {
  return (
    <div className="space-y-1">
      <p className="text-sm text-muted">{text}</p>
      <code className="block rounded bg-sunk px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
        {command}
      </code>
    </div>
  );
}
