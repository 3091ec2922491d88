import type { SqlRow } from "@/lib/db/writer";
import type { EnforcedClient } from "./enforcement-report";

const text = (value: SqlRow[string] | undefined) => (value == null ? null : String(value));

/** Clients as clientsOf gives them, a row for each of their examples. */
export function readClients(rows: SqlRow[]): EnforcedClient[] {
  const clients = new Map<string, EnforcedClient>();
  for (const row of rows) {
    const ip = String(row.ip);
    let client = clients.get(ip);
    if (client === undefined) {
      client = {
        ip,
        clientName: text(row.clientName),
        results: (["fail", "softfail", "permerror"] as const).filter((word) => Number(row[word]) === 1),
        messages: Number(row.messages),
        first: Number(row.first),
        last: Number(row.last),
        examples: [],
      };
      clients.set(ip, client);
    }
    client.examples.push({
      host: String(row.host),
      queueId: String(row.queueId),
      time: Number(row.time),
      envelopeFrom: text(row.envelopeFrom) ?? "",
      helo: text(row.helo),
    });
  }
  return [...clients.values()];
}
