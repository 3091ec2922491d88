import { useFormatter, useTranslations } from "next-intl";
import { wallDay } from "@/components/overview/wall-format";
import { ResultBadge } from "@/components/spf/result-badge";
import { Swatch } from "@/components/spf/swatch";
import { MixBar } from "@/components/ui/mix-bar";
import type { Zone } from "@/lib/logs/zone";
import { wallOf } from "@/lib/queries/calendar";
import { COUNTED_RESULTS } from "@/lib/queries/count-table";
import type { Sender } from "@/lib/spf/senders/sender";

const FATES = [
  ["refused", "fate-reject"],
  ["tagged", "fate-tagged"],
  ["delivered", "fate-accept"],
] as const;

/** Messages per result as logged: a bar, and the numbers it is drawn from. */
export function ResultMix({ results, total }: { results: Sender["results"]; total: number }) {
  const format = useFormatter();
  const used = COUNTED_RESULTS.filter((result) => results[result] > 0);
  return (
    <>
      <MixBar
        parts={used.map((result) => ({
          key: result,
          share: results[result] / Math.max(total, 1),
          mark: `result-${result}` as const,
        }))}
      />
      <span className="mt-1 flex flex-wrap gap-x-3 text-xs text-muted">
        {used.map((result) => (
          <span key={result} className="inline-flex gap-1 whitespace-nowrap">
            <ResultBadge result={result} /> {format.number(results[result])}
          </span>
        ))}
      </span>
    </>
  );
}

/** What became of messages, in numbers; nothing where nothing is known. */
export function Fates({ fates }: { fates: Pick<Sender, "refused" | "tagged" | "delivered"> }) {
  const t = useTranslations("recordTraffic.fates");
  const format = useFormatter();
  return (
    <span className="flex flex-wrap gap-x-3">
      {FATES.filter(([fate]) => fates[fate] > 0).map(([fate, mark]) => (
        <span key={fate} className="inline-flex items-center gap-1 whitespace-nowrap">
          <Swatch mark={mark} />
          {t(fate)} {format.number(fates[fate])}
        </span>
      ))}
    </span>
  );
}

/** The days of the first and the last message. */
export function SeenDays({ first, last, zone }: { first: number; last: number; zone: Zone }) {
  const format = useFormatter();
  const [from, to] = [first, last].map((time) => wallDay(format, wallOf(time, zone), "day"));
  return (
    <span className="inline-flex flex-wrap gap-x-1">
      <span className="whitespace-nowrap">{from}</span>
      {from !== to && <span className="whitespace-nowrap">– {to}</span>}
    </span>
  );
}
