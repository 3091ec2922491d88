import { useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import { DomainName } from "@/components/ui/domain-name";
import { SenderText } from "@/components/ui/sender-text";
import { visibleText } from "@/lib/mail/visible-text";
import type { SenderGroup } from "@/lib/spf/senders/sender";
import { ClientTable } from "./client-table";
import { isAnyonesProvider, isDoubtful, shared, sumOfFates, sumOfResults } from "./count-senders";
import { EvidenceList } from "./evidence-list";
import { GroupTerms } from "./group-terms";
import { type GroupHrefs, GroupTick } from "./group-tick";
import { RoleBadge } from "./role-badge";
import { SecondStep } from "./second-step";
import { Standing } from "./standing";
import type { TrafficContext } from "./traffic-context";
import { Fates, ResultMix, SeenDays } from "./volume";

const NO_HREFS: GroupHrefs = { on: null, off: null, whole: null };

/** Clients that one tick authorises: who they seem to be and why, what they sent, and what becomes of it. */
export function GroupRow({ group, context }: { group: SenderGroup; context: TrafficContext }) {
  const t = useTranslations("recordTraffic");
  const { senders } = group;
  const hrefs = context.hrefs[group.key] ?? NO_HREFS;
  const name = visibleText(group.provider?.name ?? (senders.length === 1 ? senders[0]!.ip : group.network));
  const isTickable = !isDoubtful(group) || group.isAuthorised !== "none";
  return (
    <li className="space-y-2 border-t border-line px-4 py-3 text-sm">
      <div className="grid gap-x-6 gap-y-2 md:grid-cols-[8rem_minmax(0,5fr)_minmax(0,4fr)]">
        <div>
          {isTickable ? (
            <GroupTick name={name} isAuthorised={group.isAuthorised} hrefs={hrefs} />
          ) : (
            <span className="py-1 text-muted">{t("notAuthorised")}</span>
          )}
        </div>
        <div className="min-w-0 space-y-1">
          <GroupName group={group} name={name} />
          {isAnyonesProvider(group) && <p>{t("account")}</p>}
          <EvidenceList evidence={mainEvidence(group)} role={group.role} language={context.language} />
          {/* What would authorise a forger is said where one may do so. */}
          {(!isDoubtful(group) || group.isAuthorised === "all") && (
            <GroupTerms group={group} whole={isDoubtful(group) ? null : hrefs.whole} name={name} />
          )}
        </div>
        <GroupVolume group={group} context={context} />
      </div>
      {isDoubtful(group) && senders.some(({ draft }) => draft === "pass") && (
        <p className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {t(group.role === "forwarder" ? "passesForwarder" : "passesForger")}
        </p>
      )}
      <details>
        <summary className="w-fit text-muted">{t("clients", { count: senders.length })}</summary>
        <div className="mt-2 rounded-md border border-line">
          <ClientTable senders={senders} name={name} role={group.role} context={context} />
        </div>
      </details>
      {isDoubtful(group) && <SecondStep name={name} group={group} hrefs={hrefs} />}
    </li>
  );
}

function GroupName({ group, name }: { group: SenderGroup; name: string }) {
  const only = group.senders.length === 1 ? group.senders[0]! : null;
  const certainty = group.senders.find(({ role }) => role === group.role)?.certainty ?? null;
  const confirmed = only?.confirmedNames[0] ?? null;
  return (
    <>
      <h4 className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="font-semibold wrap-anywhere">
          <QuotedText text={name} />
        </span>
        <RoleBadge role={group.role} certainty={certainty} />
      </h4>
      {confirmed !== null ? (
        <DomainName name={confirmed} />
      ) : (
        only?.loggedName != null && <SenderText text={only.loggedName} className="text-muted" />
      )}
    </>
  );
}

function GroupVolume({ group, context }: { group: SenderGroup; context: TrafficContext }) {
  const t = useTranslations("recordTraffic");
  const { senders, total } = group;
  const first = senders.reduce((least, sender) => Math.min(least, sender.first), Number.POSITIVE_INFINITY);
  const last = senders.reduce((most, sender) => Math.max(most, sender.last), Number.NEGATIVE_INFINITY);
  return (
    <div className="min-w-0 space-y-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{t("messages", { count: total })}</span>
        <Standing
          published={shared(senders, ({ published }) => published)}
          draft={shared(senders, ({ draft }) => draft)}
        />
      </div>
      <ResultMix results={sumOfResults(senders)} total={total} />
      <div className="flex flex-wrap justify-between gap-x-4 text-xs text-muted">
        <Fates fates={sumOfFates(senders)} />
        {senders.length > 0 && <SeenDays first={first} last={last} zone={context.zone} />}
      </div>
    </div>
  );
}

/** The reasons of the client that sent most, for what the group is taken for. */
function mainEvidence({ senders, role }: SenderGroup): SenderGroup["senders"][number]["evidence"] {
  const main = senders.find((sender) => sender.role === role);
  return main?.evidence.filter(({ speaksFor }) => speaksFor === role).slice(0, 2) ?? [];
}
