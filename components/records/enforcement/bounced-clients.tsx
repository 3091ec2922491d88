import { useFormatter, useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import type { Zone } from "@/lib/logs/zone";
import type { EnforcedClient } from "@/lib/queries/enforcement-report";
import { ClientsTable } from "../clients-table";
import { ClientNames, ExampleList } from "../replay/client-cells";
import { SeenDays } from "../traffic/volume";

const COLUMNS = ["client", "messages", "results", "seen", "examples"] as const;
const SHOWN = 20;

/** The clients of a domain whose mail would have bounced. */
export function BouncedClients(props: { clients: EnforcedClient[]; caption: string; zone: Zone }) {
  const { clients, caption, zone } = props;
  const t = useTranslations("recordEnforcement.clients");
  const columns = COLUMNS.map((column) => ({ name: t(column), isNumber: column === "messages" }));
  return (
    <ClientsTable caption={caption} columns={columns}>
      {clients.slice(0, SHOWN).map((client) => (
        <Row key={client.ip} client={client} zone={zone} />
      ))}
    </ClientsTable>
  );
}

function Row({ client, zone }: { client: EnforcedClient; zone: Zone }) {
  const t = useTranslations("recordEnforcement.clients");
  const format = useFormatter();
  const { ip, clientName, messages, results, first, last, examples } = client;
  return (
    <tr>
      <td data-label={t("client")} className="md:max-w-64">
        <ClientNames ip={ip} clientName={clientName} />
      </td>
      <td data-label={t("messages")} className="md:text-end md:font-medium">
        {format.number(messages)}
      </td>
      <td data-label={t("results")}>
        <span className="flex flex-wrap gap-x-3">
          {results.map((result) => (
            <ResultBadge key={result} result={result} />
          ))}
        </span>
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
