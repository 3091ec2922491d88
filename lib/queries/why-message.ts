import { join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { SqlRow } from "@/lib/db/writer";
import { BROKEN_OFF } from "@/lib/store/counts";
import { MESSAGE_SELECT, readMessage } from "@/lib/store/message-row";
import type { Ask } from "./ask";
import { exportedMessage } from "./exported-message";
import { type FilterField, readTerm, type Term } from "./filter";
import { filterSql } from "./filter-sql";
import { replyToSender } from "./why-reply";

/**
 * What the why page may tell of a stored message, without its recipients and without other people's local parts in the
 * reply. The sender's own address is whole: who holds a signed link got it in the reply to his own message.
 */
export type WhyMessage = ReturnType<typeof whyMessageOf>;

const select = raw(MESSAGE_SELECT);

/** The stored facts of a host's queue id; null where there are none. Only for who is signed in or holds a signed link. */
export async function whyMessage(
  ask: Ask,
  { host, queueId }: { host: string; queueId: string },
): Promise<WhyMessage | null> {
  // PostgreSQL takes no text with a NUL, and so stores none.
  if (host.includes("\0") || queueId.includes("\0")) return null;
  const [row] = await ask(sql`${select}
    WHERE m."hostId" = (SELECT o."id" FROM "Host" o WHERE o."name" = ${host}) AND m."queueId" = ${queueId}`);
  return row ? whyMessageOf(row) : null;
}

/** What a bounce or a link tells of the message that is looked for; null where it tells nothing. */
export interface WhySearch {
  ip: string | null;
  /** The checked domain, in ASCII and lower case. */
  domain: string | null;
  /** The rejecting host as the link names it; counts where a log is of a machine of that name, or of its first label. */
  receiver?: string | null;
}

/** So many messages of a client are looked at, the newest ones; of a domain where no client is known. */
const MOST_LOOKED_AT = 10_000;

/** The newest messages that fit, at most `limit`; only for people who are signed in. */
export async function whyMessages(
  ask: Ask,
  { ip, domain, receiver = null }: WhySearch,
  limit = 5,
): Promise<WhyMessage[]> {
  const terms = [termOf("client", ip), termOf("domain", domain)];
  if (terms.includes("unusable")) return [];
  const [first, ...others] = terms.filter((term) => typeof term === "object" && term !== null) as Term[];
  if (first === undefined) return [];
  const hosts = receiver === null ? [] : await hostsNamed(ask, receiver);
  const nearest = await filterSql(ask, [first]);
  const fitting = await filterSql(ask, [
    ...others,
    ...hosts.map((value) => ({ field: "host" as const, value, isNot: false })),
  ]);
  return (
    await ask(sql`
    WITH "Near" AS (
      SELECT m."id", m."time", m."domainId", m."hostId" FROM "Message" m WHERE ${nearest.message}
      ORDER BY m."time" DESC LIMIT ${MOST_LOOKED_AT})
    ${select} WHERE m."id" IN (${newest(fitting.message, limit)})
    ORDER BY m."time" DESC, m."id" DESC`)
  ).map(whyMessageOf);
}

function newest(condition: Sql, limit: number): Sql {
  return sql`SELECT m."id" FROM "Near" m WHERE ${condition} ORDER BY m."time" DESC, m."id" DESC LIMIT ${limit}`;
}

/** A condition; null where nothing is asked for, "unusable" where no message can fit. */
function termOf(field: FilterField, value: string | null): Term | "unusable" | null {
  if (value === null) return null;
  const term = readTerm(field, value);
  return "fault" in term || term.value.includes("/") ? "unusable" : term;
}

/** The machines that a receiver may be, in any case: most call themselves "mx1" in logs and "mx1.corp.example" elsewhere. */
async function hostsNamed(ask: Ask, receiver: string): Promise<string[]> {
  const name = receiver.toLowerCase().replaceAll("\0", "");
  const names = [...new Set([name, name.split(".")[0]!])];
  const rows = await ask(
    sql`SELECT "name" FROM "Host" WHERE lower("name") IN (${join(names)}) ORDER BY "id"`,
  );
  return rows.map((row) => String(row.name));
}

function whyMessageOf(row: SqlRow) {
  const message = readMessage(row, []);
  const { time, host, queueId, clientIp, clientName, helo, envelopeFrom, domain, identity, result } =
    exportedMessage(message);
  const { action, rejectedBy, replyCode, enhancedStatus, replyText, checker, retryOf } = message;
  return {
    time,
    host,
    queueId,
    clientIp,
    clientName,
    helo,
    envelopeFrom,
    domain,
    identity,
    result,
    // A transaction that was broken off was neither accepted nor refused; its recipients, who prove it, are not read here.
    action: Number(row.fate) === BROKEN_OFF ? null : action,
    rejectedBy,
    replyCode,
    enhancedStatus,
    replyText: replyText === null ? null : replyToSender(replyText, envelopeFrom),
    checker,
    retryOf: retryOf?.startsWith("~") ? null : retryOf,
  };
}
