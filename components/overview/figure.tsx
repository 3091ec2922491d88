import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";

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
        <Link href={href} prefetch={false} className="rounded hover:underline">
          {format.number(count)}
        </Link>
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
  const t = useTranslations("totals");
  const format = useFormatter();
  if (count === before) return t("same");
  if (before === 0) return t("new");
  const change = Math.abs(count - before) / before;
  const percent = format.number(change, { style: "percent", maximumFractionDigits: change < 0.1 ? 1 : 0 });
  const isUp = count > before;
  return (
    <>
      <span aria-hidden="true">
        {isUp ? "▲" : "▼"} {percent}
      </span>
      <span className="sr-only">{t(isUp ? "up" : "down", { change: percent })}</span>
    </>
  );
}
