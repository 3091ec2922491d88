import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Count } from "@/components/ui/count";
import { Panel } from "@/components/ui/panel";
import { SenderText } from "@/components/ui/sender-text";
import { ShareBar } from "@/components/ui/share-bar";
import { messagesHref, narrowedHref, narrowingsOf, type View } from "@/components/ui/view";
import type { FilterField } from "@/lib/queries/filter";
import type { Ranked, RefusedMost } from "@/lib/queries/refused-most";
import { shareOf } from "./share";

const LISTS: { key: "networks" | "helos" | "recipients"; field: FilterField }[] = [
  { key: "networks", field: "client" },
  { key: "helos", field: "helo" },
  { key: "recipients", field: "recipient" },
];

/** Where refused mail came from and whom it was for. */
export function RefusedMostPanels({ refused, view }: { refused: RefusedMost; view: View }) {
  return LISTS.map(({ key, field }) => (
    <List key={key} name={key} field={field} rows={refused[key]} refused={refused} view={view} />
  ));
}

interface ListProps {
  name: "networks" | "helos" | "recipients";
  field: FilterField;
  rows: Ranked[];
  refused: RefusedMost;
  view: View;
}

function List({ name, field, rows, refused, view }: ListProps) {
  const t = useTranslations("refusedMost");
  const format = useFormatter();
  const note = refused.isAll ? null : (
    <span className="text-xs text-muted">{t("newest", { count: format.number(refused.counted) })}</span>
  );
  return (
    <Panel title={t(`titles.${name}`)} note={note}>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>
      ) : (
        <table className="table">
          <caption className="sr-only">{t(`captions.${name}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`columns.${name}`)}</th>
              <th scope="col" className="number w-24">
                {t("refused")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name: value, count }) => (
              <tr key={value}>
                <th scope="row" className="max-w-0">
                  <Link href={narrowedHref(view, [field, value])} prefetch={false} className="link">
                    <SenderText text={value} />
                  </Link>
                </th>
                <td className="number">
                  <Count
                    count={count}
                    href={messagesHref(view, [field, value], ...narrowingsOf([], ["reject", "tempfail"]))}
                  />
                  <ShareBar share={shareOf(count, rows[0]!.count)} mark="fate-reject" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
