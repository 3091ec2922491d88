import Link from "next/link";
import { useTranslations } from "next-intl";
import { DEFAULT_COLUMNS } from "@/components/lists/columns";
import { MessageTable } from "@/components/lists/message-table";
import { OutcomeMatrix } from "@/components/overview/outcome-matrix";
import { FatesOverTime, ResultsOverTime } from "@/components/overview/over-time";
import { Totals } from "@/components/overview/totals";
import { addressText } from "@/components/ui/address";
import { Panel } from "@/components/ui/panel";
import { messagesHref, type View } from "@/components/ui/view";
import type { CountTable } from "@/lib/queries/count-table";
import type { Counterparts } from "@/lib/queries/counterparts";
import type { Term } from "@/lib/queries/filter";
import type { ListedMessage } from "@/lib/queries/listed-message";
import type { Period } from "@/lib/queries/period";
import type { TimeRange } from "@/lib/queries/range";
import { CounterpartTable } from "./counterpart-table";
import { SubjectHeading } from "./subject-heading";

interface Props {
  kind: "domain" | "client";
  subject: Term;
  view: View;
  period: Period;
  data: TimeRange;
  tables: CountTable[];
  totals: CountTable;
  before: CountTable | null;
  others: Counterparts;
  newest: ListedMessage[];
  /** When its first and last message of all came. */
  seen: TimeRange | null;
}

/** A domain or a client: its history, the other side of its mail, and what became of it. */
export function SubjectView(props: Props) {
  const { kind, subject, period, tables, totals, before, others, newest } = props;
  const t = useTranslations();
  // All that is counted here is of the subject, and so must be what the numbers lead to.
  const filter = [subject, ...props.view.address.filter];
  const view = { ...props.view, address: { ...props.view.address, filter } };
  return (
    <>
      <SubjectHeading
        kind={kind}
        name={subject.value}
        period={period}
        totals={totals}
        seen={props.seen}
        view={view}
      />
      <Totals period={period} totals={totals} before={before} data={props.data} view={view} />
      <ResultsOverTime view={view} period={period} tables={tables} before={before} />
      <CounterpartTable kind={kind} others={others} view={view} />
      <div className="grid gap-4 xl:grid-cols-2">
        <FatesOverTime view={view} period={period} tables={tables} before={before} of="all" />
        <OutcomeMatrix totals={totals} view={view} />
      </div>
      <Panel title={t("list.title")}>
        {newest.length === 0 ? (
          <p className="px-4 pb-4 text-sm text-muted">{t("subject.none")}</p>
        ) : (
          <>
            <MessageTable
              caption={t("list.caption")}
              messages={newest}
              columns={DEFAULT_COLUMNS}
              view={props.view}
            />
            <p className="border-t border-line px-4 py-2 text-sm">
              <Link href={messagesHref(view)} prefetch={false} className="link">
                {t("subject.messages")}
              </Link>
            </p>
          </>
        )}
        {newest.length === 0 && period.preset !== "all" && (
          <p className="px-4 pb-4 text-sm">
            <Link
              href={addressText({ ...props.view.address, preset: "all", first: null, last: null })}
              prefetch={false}
              className="link"
            >
              {t("list.longer")}
            </Link>
          </p>
        )}
      </Panel>
    </>
  );
}
