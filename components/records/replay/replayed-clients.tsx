import { useFormatter, useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import type { Zone } from "@/lib/logs/zone";
import type { ReplayedClient } from "@/lib/queries/replay-report";
import { ClientsTable } from "../clients-table";
import { Standing } from "../traffic/standing";
import { SeenDays } from "../traffic/volume";
import { ClientNames, ExampleList } from "./client-cells";

const COLUMNS = ["client", "messages", "standing", "terms", "seen", "examples"] as const;

/** Clients with what the published record and the draft say of their messages, which terms decide, and examples. */
export function ReplayedClients(props: { clients: ReplayedClient[]; caption: string; zone: Zone }) {
  const { clients, caption, zone } = props;
  const t = useTranslations("recordReplay.clients");
  const columns = COLUMNS.map((column) => ({ name: t(column), isNumber: column === "messages" }));
  return (
    <ClientsTable caption={caption} columns={columns}>
      {clients.map((client) => (
        <Row
          key={`${client.ip} ${client.published} ${client.publishedTerm} ${client.draft} ${client.draftTerm}`}
          client={client}
          zone={zone}
        />
      ))}
    </ClientsTable>
  );
}

function Row({ client, zone }: { client: ReplayedClient; zone: Zone }) {
  const t = useTranslations("recordReplay.clients");
  const format = useFormatter();
  const { ip, clientName, published, draft, messages, first, last, examples } = client;
  return (
    <tr>
      <td data-label={t("client")} className="md:max-w-52">
        <ClientNames ip={ip} clientName={clientName} />
      </td>
      <td data-label={t("messages")} className="md:text-end md:font-medium">
        {format.number(messages)}
      </td>
      <td data-label={t("standing")}>
        <Standing published={published} draft={draft} />
      </td>
      <td data-label={t("terms")} className="md:max-w-56">
        <Terms client={client} />
      </td>
      <td data-label={t("seen")}>
        <SeenDays first={first} last={last} zone={zone} />
      </td>
      <td data-label={t("examples")} className="wide md:min-w-64 md:max-w-md">
        <ExampleList examples={examples} zone={zone} />
      </td>
    </tr>
  );
}

function Terms({ client: { publishedTerm, draftTerm } }: { client: ReplayedClient }) {
  const t = useTranslations("recordReplay.clients");
  const term = (text: string | null) =>
    text === null ? (
      <span className="text-muted">{t("noTerm")}</span>
    ) : (
      <code className="font-mono wrap-anywhere">
        <QuotedText text={text} />
      </code>
    );
  return (
    <>
      {term(publishedTerm)}
      {draftTerm !== publishedTerm && <> → {term(draftTerm)}</>}
    </>
  );
}
