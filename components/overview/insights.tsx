import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { messagesHref, narrowedHref, subjectHref, type View, viewOfHours } from "@/components/ui/view";
import { visibleText } from "@/lib/mail/visible-text";
import { wallOf } from "@/lib/queries/calendar";
import type { Insight } from "@/lib/queries/insights";
import { instantText, wallDay } from "./wall-format";

/** What changed, a sentence each. */
export function Insights({ insights, view }: { insights: Insight[]; view: View }) {
  const t = useTranslations("insights");
  if (insights.length === 0) return null;
  return (
    <section aria-label={t("title")} className="rounded-lg border border-line bg-panel">
      <ul className="divide-y divide-line text-sm">
        {insights.map((insight) => (
          <li key={JSON.stringify(insight)} className="flex gap-2.5 px-4 py-2">
            <span aria-hidden="true" className={insight.kind === "manyDomains" ? "text-muted" : "text-warn"}>
              {SIGNS[insight.kind]}
            </span>
            <Sentence insight={insight} view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const SIGNS: Record<Insight["kind"], string> = {
  unchecked: "⚠",
  silent: "⚠",
  startedFailing: "▲",
  manyDomains: "◆",
};

function Sentence({ insight, view }: { insight: Insight; view: View }) {
  const t = useTranslations("insights");
  const format = useFormatter();
  const time = (instant: number) => instantText(format, instant, view.zone);
  const day = (instant: number) => wallDay(format, wallOf(instant, view.zone), "day");
  const link = (href: string, name: string) => () => (
    <Link href={href} prefetch={false} className="link font-medium">
      <bdi>{visibleText(name)}</bdi>
    </Link>
  );
  switch (insight.kind) {
    case "unchecked": {
      const { host, from, to, count } = insight;
      const spell = to === null ? view : viewOfHours(view, { from, to });
      const name = link(messagesHref(spell, ["host", host], ["action", "unchecked"]), host);
      const values = { from: time(from), to: to === null ? "" : time(to), count, host: name };
      return <p>{t.rich(to === null ? "uncheckedNow" : "unchecked", values)}</p>;
    }
    case "silent": {
      const { host, since, hours } = insight;
      return <p>{t.rich("silent", { host: link("/sources", host), since: time(since), hours })}</p>;
    }
    case "startedFailing": {
      const { domain, from, to, failed, passedBefore } = insight;
      const name = link(subjectHref(view, "domains", domain), domain);
      const values = {
        from: day(from),
        to: to === null ? "" : day(to - 1),
        failed,
        passedBefore,
        domain: name,
      };
      return <p>{t.rich(to === null ? "startedFailing" : "failedForAWhile", values)}</p>;
    }
    case "manyDomains": {
      const { client, domains, failed } = insight;
      const name = link(narrowedHref(view, ["client", client]), client);
      return <p>{t.rich("manyDomains", { client: name, domains, failed })}</p>;
    }
  }
}
