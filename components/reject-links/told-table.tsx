import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import { DomainName } from "@/components/ui/domain-name";
import { Panel } from "@/components/ui/panel";
import type { Told, ToldDomain, ToldDomains } from "@/lib/queries/told-domains";
import { DIAGNOSIS_KINDS } from "@/lib/why/diagnosis/diagnosis";
import { diagnosisTitles } from "@/lib/why/diagnosis/words";

/** Which domains people asked the why page about, and what it said to them. */
export function ToldTable({ told: { visits, domains, rest } }: { told: ToldDomains }) {
  const t = useTranslations("rejectLinks.told");
  const format = useFormatter();
  if (visits === 0) {
    return (
      <Panel title={t("title")}>
        <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("title")} note={<span className="text-sm text-muted">{t("period", { visits })}</span>}>
      <table className="table stacked">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("domain")}</th>
            <th scope="col">{t("said")}</th>
            <th scope="col" className="number">
              {t("visits")}
            </th>
          </tr>
        </thead>
        <tbody>
          {domains.map((domain) => (
            <tr key={domain.name ?? ""}>
              <td className="wide font-medium" data-label={t("domain")}>
                <Domain domain={domain} />
              </td>
              <td data-label={t("said")}>
                <ul className="space-y-0.5">
                  {domain.told.map((told) => (
                    <li key={`${told.kind} ${told.result}`}>
                      <Said told={told} />
                    </li>
                  ))}
                </ul>
              </td>
              <td className="number max-md:text-start" data-label={t("visits")}>
                {format.number(domain.visits)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest.domains > 0 && (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          {t("rest", { domains: rest.domains, visits: rest.visits })}
        </p>
      )}
    </Panel>
  );
}

function Domain({ domain: { name } }: { domain: ToldDomain }) {
  const t = useTranslations("rejectLinks.told");
  if (name === null) return <span className="font-normal text-muted">{t("unknown")}</span>;
  return (
    <Link href={`/domains/${encodeURIComponent(name)}`} prefetch={false} className="link">
      <DomainName name={name} />
    </Link>
  );
}

/** One thing that was said: the diagnosis, what the check found, how often. */
function Said({ told: { kind, result, visits } }: { told: Told }) {
  const t = useTranslations("rejectLinks.told");
  const { titles } = diagnosisTitles(useLocale());
  const known = DIAGNOSIS_KINDS[kind];
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {known === undefined ? t("otherSaid") : titles[known]}
      {result !== null && <ResultBadge result={result} />}
      <span className="text-muted">{t("times", { visits })}</span>
    </span>
  );
}
