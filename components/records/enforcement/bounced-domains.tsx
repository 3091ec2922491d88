import Link from "next/link";
import { useTranslations } from "next-intl";
import { DomainName } from "@/components/ui/domain-name";
import type { Zone } from "@/lib/logs/zone";
import { visibleText } from "@/lib/mail/visible-text";
import type { EnforcedDomain, EnforcementReport } from "@/lib/queries/enforcement-report";
import { readRecordsAddress, recordsHref } from "../address";
import { Fates } from "../traffic/volume";
import { BouncedClients } from "./bounced-clients";

/** So many are open or shown at once. */
const OPEN = 3;
const SHOWN = 100;

/** The domains whose mail would have bounced, each with its clients and examples. */
export function BouncedDomains({ report, zone }: { report: EnforcementReport; zone: Zone }) {
  const t = useTranslations("recordEnforcement.domains");
  const unlisted = report.unlistedDomains + Math.max(0, report.domains.length - SHOWN);
  return (
    <>
      <ul>
        {report.domains.slice(0, SHOWN).map((domain, n) => (
          <Domain key={domain.domain} domain={domain} isOpen={n < OPEN} zone={zone} />
        ))}
      </ul>
      {unlisted > 0 && (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          {t("unlisted", { count: unlisted })}
        </p>
      )}
    </>
  );
}

function Domain({ domain, isOpen, zone }: { domain: EnforcedDomain; isOpen: boolean; zone: Zone }) {
  const t = useTranslations("recordEnforcement.domains");
  const { domain: name, messages, clients, unlistedClients } = domain;
  const address = readRecordsAddress({ domain: name, view: "traffic" });
  return (
    <li className="border-t border-line">
      <details open={isOpen}>
        <summary className="px-4 py-2 text-sm">
          <span className="inline-flex w-[calc(100%-1.5rem)] flex-wrap items-baseline justify-between gap-x-4 align-top">
            <span className="min-w-0 font-semibold">
              <DomainName name={name} />
            </span>
            <span className="flex flex-wrap items-baseline gap-x-4">
              <span>{t("messages", { messages, clients: clients.length + unlistedClients })}</span>
              <span className="text-xs text-muted">
                <Fates fates={domain} />
              </span>
            </span>
          </span>
        </summary>
        <BouncedClients clients={clients} caption={t("caption", { domain: visibleText(name) })} zone={zone} />
        <p className="flex flex-wrap gap-x-4 border-t border-line px-4 py-2 text-sm">
          {unlistedClients > 0 && (
            <span className="text-muted">{t("unlistedClients", { count: unlistedClients })}</span>
          )}
          <Link href={recordsHref(address)} prefetch={false} className="link">
            {t("draft")} <span className="sr-only">{visibleText(name)}</span>
          </Link>
        </p>
      </details>
    </li>
  );
}
