import { raw, sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import type { Breather } from "./breather";
import type { ReplayExample, ReplayedClient } from "./replay-report";
import type { ClientGroup } from "./replay-tally";
import { readExample, textOrNull } from "./stored-example";

/** Groups weighed, and examples read, between two looks at the time. */
const STEP = 250;

/** The groups to list, at most `limit`: those whose result changes first, then those with most messages. */
export async function topGroups(
  groups: Iterable<ClientGroup>,
  limit: number,
  breather: Breather,
): Promise<{ top: ClientGroup[]; count: number }> {
  let top: ClientGroup[] = [];
  let least: ClientGroup | null = null;
  let count = 0;
  for (const group of groups) {
    if (++count % STEP === 0) await breather.ifDue();
    if (least !== null && byWeight(group, least) > 0) continue;
    top.push(group);
    if (top.length < 4 * limit) continue;
    top = top.sort(byWeight).slice(0, limit);
    least = top.at(-1)!;
  }
  return { top: top.sort(byWeight).slice(0, limit), count };
}

const isChanged = ({ outcome }: ClientGroup) => (outcome.published.result === outcome.draft.result ? 0 : 1);

function byWeight(a: ClientGroup, b: ClientGroup): number {
  return isChanged(b) - isChanged(a) || b.messages - a.messages || b.last - a.last || a.clientId - b.clientId;
}

/** Groups with their addresses, and with their examples to look at. */
export async function listedClients(
  ask: Ask,
  groups: ClientGroup[],
  breather: Breather,
): Promise<ReplayedClient[]> {
  const ids = groups.flatMap((group) => group.examples.map(({ id }) => id));
  const examples = new Map<number, Found>();
  for (let from = 0; from < ids.length; from += STEP) {
    await breather.pause();
    for (const [id, found] of await examplesOf(ask, ids.slice(from, from + STEP))) examples.set(id, found);
  }
  await breather.pause();
  const addresses = await addressesOf(ask, groups);
  return groups.flatMap((group) => {
    const ip = addresses.get(group.clientId);
    if (ip === undefined) return [];
    const found = group.examples.flatMap(({ id }) => examples.get(id) ?? []);
    const { published, draft } = group.outcome;
    return {
      ip,
      clientName: found.find(({ clientName }) => clientName !== null)?.clientName ?? null,
      published: published.result,
      publishedTerm: published.term,
      draft: draft.result,
      draftTerm: draft.term,
      messages: group.messages,
      first: group.first,
      last: group.last,
      examples: found.map(({ example }) => example),
    };
  });
}

async function addressesOf(ask: Ask, groups: ClientGroup[]): Promise<Map<number, string>> {
  if (groups.length === 0) return new Map();
  const ids = groups.map(({ clientId }) => clientId).join();
  const rows = await ask(sql`SELECT "id", "ip" FROM "Client" WHERE "id" IN (${raw(ids)})`);
  return new Map(rows.map(({ id, ip }) => [Number(id), String(ip)]));
}

interface Found {
  clientName: string | null;
  example: ReplayExample;
}

async function examplesOf(ask: Ask, ids: number[]): Promise<[number, Found][]> {
  const rows =
    await ask(sql`SELECT m."id", h."name" AS "host", m."queueId", m."time", m."envelopeFrom", m."clientName",
      e."name" AS "helo" FROM "Message" m JOIN "Host" h ON h."id" = m."hostId" LEFT JOIN "Helo" e ON e."id" = m."heloId"
    WHERE m."id" IN (${raw(ids.join())})`);
  return rows.map((row) => [
    Number(row.id),
    { clientName: textOrNull(row.clientName), example: readExample(row) },
  ]);
}
