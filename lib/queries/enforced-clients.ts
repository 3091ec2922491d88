import type { SqlRow } from "@/lib/db/writer";
import type { EnforcedClient } from "./enforcement-report";
import { readExample, textOrNull } from "./stored-example";

/** Clients as clientsOf gives them, a row for each of their examples. */
export function readClients(rows: SqlRow[]): EnforcedClient[] {
  const clients = new Map<string, EnforcedClient>();
  for (const row of rows) {
    const ip = String(row.ip);
    let client = clients.get(ip);
    if (client === undefined) {
      client = {
        ip,
        clientName: textOrNull(row.clientName),
        results: (["fail", "softfail", "permerror"] as const).filter((word) => Number(row[word]) === 1),
        messages: Number(row.messages),
        first: Number(row.first),
        last: Number(row.last),
        examples: [],
      };
      clients.set(ip, client);
    }
    client.examples.push(readExample(row));
  }
  return [...clients.values()];
}
