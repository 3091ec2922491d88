import { raw, sqltag as sql } from "@prisma/client/runtime/client";
import type { SqlRow } from "@/lib/db/writer";
import type { Ask } from "./ask";
import { Breather } from "./breather";
import { countOf } from "./count-table";
import { readClients } from "./enforced-clients";
import { countedPart, hits, partsOf, type Strictness } from "./enforcement-hits";
import type { EnforcedDomain, EnforcementReport } from "./enforcement-report";
import { clientsOf, sendersOf } from "./enforcement-sql";
import { type DomainTally, EnforcementTally } from "./enforcement-tally";
import { NO_FILTER } from "./filter-sql";
import { oldestStored } from "./oldest-stored";
import type { TimeRange } from "./range";
import { resultTotals } from "./results-over-time";

/** So many messages are grouped at most, the newest ones. */
const MOST = 20_000;
/** Messages looked at in one piece, which takes about 20 ms: SQLite holds up all others meanwhile. */
const PIECE = 1500;
const SHOWN = { clients: 10, examples: 3 };

/**
 * What would have been refused in a range if the server had refused these stored verdicts, by domain, at most `limit`.
 * Where there are more than `most`, its newest whole hours are looked at; `piece` messages at a time.
 */
export async function enforcement(
  ask: Ask,
  range: TimeRange,
  strictness: Strictness,
  limit: number,
  { most = MOST, piece = PIECE } = {},
): Promise<EnforcementReport> {
  const isEmpty = strictness.results.length === 0 || range.from >= range.to;
  const part = isEmpty ? range : await countedPart(ask, range, strictness, most);
  const breather = new Breather(undefined);
  const tally = new EnforcementTally();
  for (const small of isEmpty ? [] : await partsOf(ask, part, strictness, piece)) {
    await breather.pause();
    for (const row of await ask(sendersOf(hits(small, strictness)))) tally.add(row);
  }
  await breather.pause();
  const worst = tally.worst();
  const found = await resultTotals(ask, part, NO_FILTER);
  const { all, nameless } = tally;
  return {
    range: part,
    isAll: part.from === range.from,
    messages: countOf(found),
    notLogged: countOf(found, ["notLogged"]),
    bounced: all.messages,
    tagged: all.tagged,
    delivered: all.messages - all.tagged,
    domainCount: worst.length,
    clientCount: all.clients.size,
    withoutDomain: nameless.messages,
    refused: all.refused,
    allowed: all.allowed,
    domains: await listed(ask, worst.slice(0, limit), { part, strictness, piece, breather }),
    unlistedDomains: Math.max(0, worst.length - limit),
    oldestStored: await oldestStored(ask),
  };
}

type Tallied = [domainId: number, tally: DomainTally];

/** Domains with their names and clients, read for so many at a time as have a piece's messages. */
async function listed(
  ask: Ask,
  domains: Tallied[],
  { part, strictness, piece, breather }: Looked,
): Promise<EnforcedDomain[]> {
  if (domains.length === 0) return [];
  const ids = domains.map(([id]) => id);
  const rows = await ask(sql`SELECT "id", "name" FROM "Domain" WHERE "id" IN (${raw(ids.join())})`);
  const names = new Map(rows.map(({ id, name }) => [Number(id), String(name)]));
  const clients: SqlRow[] = [];
  for (const some of inPieces(domains, piece)) {
    await breather.pause();
    clients.push(...(await ask(clientsOf(hits(part, strictness, some), SHOWN))));
  }
  return domains.map((domain) => domainOf(domain, names.get(domain[0]) ?? "", clients));
}

interface Looked {
  part: TimeRange;
  strictness: Strictness;
  piece: number;
  breather: Breather;
}

/** The ids of domains, together as long as they have no more messages than a piece. */
function inPieces(domains: Tallied[], piece: number): number[][] {
  const pieces: number[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const [id, { messages }] of domains) {
    if (held + messages > piece) {
      pieces.push([]);
      held = 0;
    }
    pieces.at(-1)!.push(id);
    held += messages;
  }
  return pieces;
}

function domainOf([id, tally]: Tallied, domain: string, all: SqlRow[]): EnforcedDomain {
  const { messages, tagged, refused } = tally;
  const clients = readClients(all.filter(({ domainId }) => Number(domainId) === id));
  return {
    domain,
    messages,
    tagged,
    delivered: messages - tagged,
    refused,
    clients,
    // Mail that came meanwhile may be in the list already.
    unlistedClients: Math.max(0, tally.clients.size - clients.length),
  };
}
