import { domainToUnicode } from "node:url";
import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { ScrollArea } from "@/components/ui/scroll-area";
import { SenderText } from "@/components/ui/sender-text";
import { type CountTable, countOf, FAILED } from "@/lib/queries/count-table";
import type { FailingDomain } from "@/lib/queries/failing-domains";
import { useShare } from "./use-share";

/** The domains with most failures, and what became of their messages. */
export function FailingDomains({ domains, totals }: { domains: FailingDomain[]; totals: CountTable }) {
  const t = useTranslations("domains");
  if (domains.length === 0) {
    return (
      <Panel title={t("title")}>
        <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>
      </Panel>
    );
  }
  const columns = ["failed", "share", "refused", "deferred", "discarded", "accepted"] as const;
  return (
    <Panel title={t("title")}>
      <ScrollArea label={t("caption")}>
        <table className="table dense min-w-[34rem]">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("domain")}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {domains.map((domain) => (
              <Row key={domain.name} domain={domain} failures={countOf(totals, FAILED)} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}

function Row({ domain, failures }: { domain: FailingDomain; failures: number }) {
  const t = useTranslations("domains");
  const format = useFormatter();
  const share = useShare();
  const { fail, softfail, actions } = domain;
  const { reject, tempfail, discard, accept, tagged, unchecked } = actions;
  return (
    <tr>
      <th scope="row" className="w-full max-w-0 min-w-40">
        <DomainName name={domain.name} />
      </th>
      <td
        className="number font-medium"
        title={`fail ${format.number(fail)}, softfail ${format.number(softfail)}`}
      >
        {format.number(fail + softfail)}
      </td>
      <td className="number">{share(fail + softfail, failures)}</td>
      {[reject, tempfail, discard].map((count, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move
        <td key={n} className="number">
          {format.number(count)}
        </td>
      ))}
      <td className="number" title={t("ofThose", { tagged, unchecked })}>
        {format.number(accept + tagged + unchecked)}
      </td>
    </tr>
  );
}

/** As it stands in the log; an internationalized one (RFC 5890) is decoded below it. */
function DomainName({ name }: { name: string }) {
  const t = useTranslations("domains");
  const decoded = name.includes("xn--") ? domainToUnicode(name) : "";
  return (
    <>
      <SenderText text={name} />
      {decoded !== "" && decoded !== name && (
        <span className="block font-normal text-muted" title={t("decoded", { name: decoded })}>
          <SenderText text={decoded} />
        </span>
      )}
    </>
  );
}
