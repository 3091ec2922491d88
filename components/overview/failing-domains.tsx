import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Count } from "@/components/ui/count";
import { DomainName } from "@/components/ui/domain-name";
import { Panel } from "@/components/ui/panel";
import { ScrollArea } from "@/components/ui/scroll-area";
import { messagesHref, narrowingsOf, subjectHref, type View } from "@/components/ui/view";
import { type CountedAction, type CountTable, countOf, FAILED } from "@/lib/queries/count-table";
import type { FailingDomain } from "@/lib/queries/failing-domains";
import { useShare } from "./use-share";

const COLUMNS: {
  key: "refused" | "deferred" | "discarded" | "tagged" | "untouched";
  fates: CountedAction[];
}[] = [
  { key: "refused", fates: ["reject"] },
  { key: "deferred", fates: ["tempfail"] },
  { key: "discarded", fates: ["discard"] },
  { key: "tagged", fates: ["tagged"] },
  { key: "untouched", fates: ["accept", "unchecked", "brokenOff"] },
];

interface Props {
  domains: FailingDomain[];
  totals: CountTable;
  view: View;
}

/** The domains with most failures, and what became of their messages. */
export function FailingDomains({ domains, totals, view }: Props) {
  const t = useTranslations("domains");
  if (domains.length === 0) {
    return (
      <Panel title={t("title")}>
        <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("title")}>
      <ScrollArea label={t("caption")}>
        <table className="table dense min-w-[34rem]">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("domain")}</th>
              <th scope="col" className="number">
                {t("failed")}
              </th>
              <th scope="col" className="number">
                {t("share")}
              </th>
              {COLUMNS.map(({ key }) => (
                <th key={key} scope="col" className="number">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {domains.map((domain) => (
              <Row key={domain.name} domain={domain} failures={countOf(totals, FAILED)} view={view} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}

function Row({ domain, failures, view }: { domain: FailingDomain; failures: number; view: View }) {
  const format = useFormatter();
  const share = useShare();
  const { name, fail, softfail, actions } = domain;
  const to = (fates: readonly CountedAction[] = []) =>
    messagesHref(view, ["domain", name], ...narrowingsOf(FAILED, fates));
  return (
    <tr>
      <th scope="row" className="w-full max-w-0 min-w-40">
        <Link href={subjectHref(view, "domains", name)} prefetch={false} className="link">
          <DomainName name={name} />
        </Link>
      </th>
      <td
        className="number font-medium"
        title={`fail ${format.number(fail)}, softfail ${format.number(softfail)}`}
      >
        <Count count={fail + softfail} href={to()} />
      </td>
      <td className="number">{share(fail + softfail, failures)}</td>
      {COLUMNS.map(({ key, fates }) => (
        <td key={key} className="number">
          <Count count={fates.reduce((sum, fate) => sum + actions[fate], 0)} href={to(fates)} />
        </td>
      ))}
    </tr>
  );
}
