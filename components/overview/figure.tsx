import Link from "next/link";
import { useFormatter } from "next-intl";
import { useChange } from "./use-change";

/** One number, what it is, and how it changed. */
export function Figure(props: {
  label: string;
  title?: string;
  count: number;
  /** The messages it counts. */
  href: string;
  note: string | null;
  before: number | null;
  isWarning: boolean;
}) {
  const { label, title, count, href, note, before, isWarning } = props;
  const format = useFormatter();
  return (
    <div
      className={`px-4 py-3 first:max-xl:col-span-2 sm:first:max-xl:col-span-1 sm:last:max-xl:col-span-2 xl:last:col-span-1 ${isWarning ? "bg-warn-ground" : "bg-panel"}`}
    >
      <dt className={`text-sm ${isWarning ? "font-medium text-warn" : "text-muted"}`} title={title}>
        {isWarning && <span aria-hidden="true">⚠ </span>}
        {label}
      </dt>
      <dd className={`text-2xl font-semibold tracking-tight ${isWarning ? "text-warn" : ""}`}>
        {count === 0 ? (
          "0"
        ) : (
          <Link href={href} prefetch={false} className="rounded hover:underline">
            {format.number(count)}
          </Link>
        )}
      </dd>
      {note !== null && <dd className="text-xs text-muted">{note}</dd>}
      {before !== null && (
        <dd className="text-xs text-muted">
          <Change count={count} before={before} />
        </dd>
      )}
    </div>
  );
}

/** The sign is for the eye, the sentence for everyone else. */
function Change({ count, before }: { count: number; before: number }) {
  const { sign, words } = useChange()(count, before);
  if (sign === "") return words;
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{words}</span>
    </>
  );
}
