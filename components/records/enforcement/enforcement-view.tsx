import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import { visibleText } from "@/lib/mail/visible-text";
import type { EnforcementReport } from "@/lib/queries/enforcement-report";
import { BouncedDomains } from "./bounced-domains";
import type { EnforcementAddress } from "./enforcement-address";
import { EnforcementForm } from "./enforcement-form";
import { EnforcementSum } from "./enforcement-sum";

const NAMED = 10;

interface Props {
  address: EnforcementAddress;
  /** Entries of the allow-list that are no networks. */
  unusable: string[];
  report: EnforcementReport;
  zone: Zone;
}

/** What this site would have bounced of stored mail, had it refused more results; whole without script. */
export function EnforcementView({ address, unusable, report, zone }: Props) {
  const t = useTranslations("recordEnforcement");
  const named = unusable.slice(0, NAMED).map(visibleText).join(", ");
  return (
    <div className="space-y-4 pt-5">
      <header className="space-y-1">
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <p className="max-w-4xl text-sm text-muted">{t("lead")}</p>
      </header>
      <Panel title={t("form.title")}>
        <div className="space-y-3 px-4 pb-4">
          <EnforcementForm address={address} />
          {unusable.length > 0 && (
            <p role="alert" className="rounded-md bg-warn-ground px-3 py-2 text-sm text-warn wrap-anywhere">
              {t("form.unusable", { entries: named })}
            </p>
          )}
        </div>
      </Panel>
      <Panel title={t("result")}>
        <EnforcementSum report={report} results={address.results} zone={zone} />
        <BouncedDomains report={report} zone={zone} />
      </Panel>
    </div>
  );
}
