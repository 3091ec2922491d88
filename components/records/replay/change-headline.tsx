import { useFormatter, useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import type { ReplayReport } from "@/lib/queries/replay-report";
import { countChanges } from "./count-changes";

const SHOWN = 6;

/** What publishing the draft would change, in a sentence, and each change with its messages. */
export function ChangeHeadline({ report }: { report: ReplayReport }) {
  const t = useTranslations("recordReplay.headline");
  const format = useFormatter();
  const { gained, lost, otherwise, same, changes } = countChanges(report);
  return (
    <>
      <p className="text-base font-medium">
        {changes.length === 0
          ? t("nothing", { same })
          : [
              t("changes", { gained, lost }),
              ...(otherwise > 0 ? [t("otherwise", { otherwise })] : []),
              t("same", { same }),
            ].join(" ")}
      </p>
      {lost > 0 && <p className="rounded-md bg-warn-ground px-3 py-2 text-warn">{t("lost", { lost })}</p>}
      {changes.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {changes.slice(0, SHOWN).map(({ from, to, messages }) => (
            <li
              key={`${from} ${to}`}
              className="flex flex-wrap items-center gap-x-2 rounded-md border border-line px-2.5 py-1"
            >
              <strong className="font-semibold">{format.number(messages)}</strong>
              <ResultBadge result={from} />
              <span aria-hidden="true" className="text-muted">
                →
              </span>
              <ResultBadge result={to} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
