import Link from "next/link";
import { useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import { Count } from "@/components/ui/count";
import { SenderText } from "@/components/ui/sender-text";
import type { Role, Sender } from "@/lib/spf/senders/sender";
import { ClientsTable } from "../clients-table";
import { EvidenceList } from "./evidence-list";
import { trafficMessagesHref } from "./messages-href";
import { RoleBadge } from "./role-badge";
import { Standing } from "./standing";
import type { TrafficContext } from "./traffic-context";
import { Fates, ResultMix, SeenDays } from "./volume";

const SHOWN = 50;
const COLUMNS = ["client", "helo", "messages", "fates", "seen", "standing", "role"] as const;

interface Props {
  senders: readonly Sender[];
  /** Whose clients they are; with the role, since one network may have clients of several. */
  name: string;
  role: Role;
  context: TrafficContext;
}

/** The clients of a group, each with what is known of it. */
export function ClientTable({ senders, name, role, context }: Props) {
  const roles = useTranslations("recordTraffic.roles");
  const t = useTranslations("recordTraffic.columns");
  const more = senders.length - SHOWN;
  const caption = t("caption", { name, role: roles(role) });
  return (
    <>
      <ClientsTable caption={caption} columns={COLUMNS.map((column) => ({ name: t(column) }))}>
        {senders.slice(0, SHOWN).map((sender) => (
          <Row key={sender.ip} sender={sender} context={context} />
        ))}
      </ClientsTable>
      {more > 0 && (
        <p className="border-t border-line px-4 py-2 text-xs text-muted">{t("more", { count: more })}</p>
      )}
    </>
  );
}

function Row({ sender, context }: { sender: Sender; context: TrafficContext }) {
  const t = useTranslations("recordTraffic.columns");
  const { ip, total, first, last } = sender;
  return (
    <tr>
      <td data-label={t("client")} className="md:max-w-52">
        <Link href={`/clients/${encodeURIComponent(ip)}`} prefetch={false} className="link">
          <SenderText text={ip} />
        </Link>
        <Names sender={sender} />
      </td>
      <td data-label={t("helo")} className="md:max-w-44">
        <Helos sender={sender} />
      </td>
      <td data-label={t("messages")} className="md:min-w-36">
        <Count count={total} href={trafficMessagesHref(context, ip)} />
        <ResultMix results={sender.results} total={total} />
      </td>
      <td data-label={t("fates")}>
        <Fates fates={sender} />
      </td>
      <td data-label={t("seen")}>
        <SeenDays first={first} last={last} zone={context.zone} />
        <span className="block text-muted">{t("days", { count: sender.days })}</span>
      </td>
      <td data-label={t("standing")}>
        <Standing published={sender.published} draft={sender.draft} />
        <Term sender={sender} />
      </td>
      <td data-label={t("role")} className="wide md:min-w-64">
        <RoleBadge role={sender.role} certainty={sender.certainty} />
        <EvidenceList evidence={sender.evidence} role={sender.role} language={context.language} />
      </td>
    </tr>
  );
}

/** The names that DNS confirms; else the one that was logged, which its owner may have made up. */
function Names({ sender: { confirmedNames, loggedName } }: { sender: Sender }) {
  const t = useTranslations("recordTraffic.columns");
  if (confirmedNames.length > 0)
    return confirmedNames.slice(0, 3).map((name) => <SenderText key={name} text={name} />);
  if (loggedName === null) return null;
  return (
    <>
      <SenderText text={loggedName} className="text-muted" />
      <span className="block text-xs text-muted">{t("unconfirmed")}</span>
    </>
  );
}

/** The term of the draft that decides. */
function Term({ sender: { draftTerm } }: { sender: Sender }) {
  if (draftTerm === null) return null;
  return (
    <code className="block font-mono text-xs text-muted wrap-anywhere">
      <QuotedText text={draftTerm} />
    </code>
  );
}

function Helos({ sender: { helos, heloCount } }: { sender: Sender }) {
  const t = useTranslations("recordTraffic.columns");
  if (helos.length === 0) return <span className="text-muted">{t("noHelo")}</span>;
  return (
    <>
      {helos.map((helo) => (
        <SenderText key={helo} text={helo} />
      ))}
      {heloCount > helos.length && (
        <span className="block text-xs text-muted">
          {t("moreHelos", { count: heloCount - helos.length })}
        </span>
      )}
    </>
  );
}
