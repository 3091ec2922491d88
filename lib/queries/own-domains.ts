import { sqltag as sql } from "@prisma/client/runtime/client";
import type { SqlRow } from "@/lib/db/writer";
import { ACTIONS, DELIVERY_STATUSES } from "@/lib/logs/fact";
import { domainOf } from "@/lib/mail/address";
import { isCheckable } from "@/lib/spf/domain-name";
import type { Ask } from "./ask";

/** So many of the newest accepted messages are looked at, and so many recipients of each. */
const LOOKED_AT = 5_000;
const RECIPIENTS = 20;

const ACCEPT = ACTIONS.indexOf("accept");
const SENT = DELIVERY_STATUSES.indexOf("sent");

/** A domain that mail was taken for: how many messages from each domain, "" for the null sender. */
type Received = Map<string, Map<string, number>>;

/**
 * The domains whose mail this site takes: at most `limit`, those with most mail first. A recipient counts if he was
 * accepted and nothing kept the message from him. Mail of a domain that more domains write to than to the recipient's
 * is that domain's own mail on its way out, and does not count.
 */
export async function ownDomains(ask: Ask, limit: number): Promise<string[]> {
  const received = receivedBy(
    await ask(sql`
      SELECT m."id", m."clientId", m."envelopeFrom", r."address" FROM (
        SELECT "id", "clientId", "envelopeFrom" FROM "Message" WHERE "action" = ${ACCEPT} ORDER BY "time" DESC LIMIT ${LOOKED_AT}) m
      JOIN "Recipient" r ON r."messageRef" = m."id"
      WHERE r."ordinal" < ${RECIPIENTS} AND r."action" = ${ACCEPT} AND (r."status" IS NULL OR r."status" = ${SENT})`),
  );
  const writers = (domain: string) => received.get(domain)?.size ?? 0;
  const mail = (domain: string, from: Map<string, number>) =>
    [...from].reduce((sum, [one, count]) => (writers(one) > writers(domain) ? sum : sum + count), 0);
  return [...received]
    .map(([domain, from]) => ({ domain, mail: mail(domain, from) }))
    .filter((one) => one.mail > 0)
    .sort((a, b) => b.mail - a.mail || (a.domain < b.domain ? -1 : 1))
    .slice(0, limit)
    .map(({ domain }) => domain);
}

/** Each message counts once for a domain, to however many there it goes. */
function receivedBy(rows: SqlRow[]): Received {
  const received: Received = new Map();
  const seen = new Set<string>();
  for (const { id, clientId, envelopeFrom, address } of rows) {
    const domain = domainOf(String(address));
    const sender = domainOf(String(envelopeFrom ?? ""));
    // From nobody and no client: a report that the server itself sends out.
    if (sender === null && clientId === null) continue;
    const key = `${id} ${domain}`;
    if (domain === null || !isCheckable(domain) || seen.has(key)) continue;
    seen.add(key);
    const from = received.get(domain) ?? new Map<string, number>();
    received.set(domain, from.set(sender ?? "", (from.get(sender ?? "") ?? 0) + 1));
  }
  return received;
}
