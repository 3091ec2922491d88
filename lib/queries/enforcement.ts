import type { SqlRow } from "@/lib/db/writer";
import type { Ask } from "./ask";
import { countOf } from "./count-table";
import { countedPart, hits, type Strictness } from "./enforcement-hits";
import type { EnforcedClient, EnforcedDomain, EnforcementReport } from "./enforcement-report";
import { clientsOf, domainsOf } from "./enforcement-sql";
import { NO_FILTER } from "./filter-sql";
import { oldestStored } from "./oldest-stored";
import type { TimeRange } from "./range";
import { resultTotals } from "./results-over-time";

/** So many messages are grouped at most, the newest ones. */
const MOST = 20_000;
const SHOWN = { clients: 10, examples: 3 };

/**
 * What would have been refused in a range if the server had refused these stored verdicts, by domain, at most `limit`.
 * Where there are more than `most`, its newest whole hours are looked at.
 */
export async function enforcement(
  ask: Ask,
  range: TimeRange,
  strictness: Strictness,
  limit: number,
  most = MOST,
): Promise<EnforcementReport> {
  const isEmpty = strictness.results.length === 0 || range.from >= range.to;
  const part = isEmpty ? range : await countedPart(ask, range, strictness, most);
  const rows = isEmpty ? [] : await ask(domainsOf(hits(part, strictness), limit));
  const listed = rows.filter(({ domainId, messages }) => domainId !== null && Number(messages) > 0);
  const ids = listed.map(({ domainId }) => Number(domainId));
  const clients = ids.length === 0 ? [] : await ask(clientsOf(hits(part, strictness, ids), SHOWN));
  const all = await resultTotals(ask, part, NO_FILTER);
  const total = (name: string) => Number(rows[0]?.[name] ?? 0);
  return {
    range: part,
    isAll: part.from === range.from,
    messages: countOf(all),
    notLogged: countOf(all, ["notLogged"]),
    bounced: total("allMessages"),
    tagged: total("allTagged"),
    delivered: total("allMessages") - total("allTagged"),
    domainCount: total("domains"),
    clientCount: total("allClients"),
    withoutDomain: total("withoutDomain"),
    refused: total("allRefused"),
    allowed: total("allAllowed"),
    domains: listed.map((row) => domainOf(row, clients)),
    unlistedDomains: total("domains") - listed.length,
    oldestStored: await oldestStored(ask),
  };
}

function domainOf(row: SqlRow, all: SqlRow[]): EnforcedDomain {
  const [messages, tagged] = [Number(row.messages), Number(row.tagged)];
  const clients = readClients(all.filter(({ domainId }) => Number(domainId) === Number(row.domainId)));
  return {
    domain: String(row.name),
    messages,
    tagged,
    delivered: messages - tagged,
    refused: Number(row.refused),
    clients,
    unlistedClients: Number(row.clients) - clients.length,
  };
}

const text = (value: SqlRow[string] | undefined) => (value == null ? null : String(value));

function readClients(rows: SqlRow[]): EnforcedClient[] {
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
