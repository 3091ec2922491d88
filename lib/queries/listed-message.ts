import { type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { SqlRow, SqlValue } from "@/lib/db/writer";
import { REFUSERS, type RejectedBy, STAGES, type Stage } from "@/lib/logs/fact";
import { COUNTED_ACTIONS, COUNTED_RESULTS, type CountedAction, type CountedResult } from "./count-table";

/** A message as a list shows it; texts are the sender's or the other server's own. */
export interface ListedMessage {
  id: number;
  /** Epoch ms. */
  time: number;
  host: string;
  queueId: string;
  clientIp: string | null;
  clientName: string | null;
  helo: string | null;
  /** "" is the null reverse-path; null where not stated. */
  envelopeFrom: string | null;
  domain: string | null;
  result: CountedResult;
  fate: CountedAction;
  stage: Stage | null;
  rejectedBy: RejectedBy | null;
  reply: string | null;
  checker: string | null;
  /** Bytes. */
  size: number | null;
  recipients: number;
  /** The first recipient's address; null where none was given. */
  recipient: string | null;
  /** Whether any recipient's copy was marked; null where it cannot be told. */
  tagged: boolean | null;
}

/** What a list reads of the rows "Message" m. */
export const LISTED: Sql = sql`
  SELECT m."id", m."time", h."name" AS "host", m."queueId", c."ip" AS "clientIp", m."clientName", e."name" AS "helo",
    m."envelopeFrom", d."name" AS "domain", m."result", m."fate", m."stage", m."rejectedBy", m."replyCode",
    m."enhancedStatus", m."replyText", k."name" AS "checker", m."size",
    (SELECT COUNT(*) FROM "Recipient" r WHERE r."messageRef" = m."id") AS "recipients",
    (SELECT r."address" FROM "Recipient" r WHERE r."messageRef" = m."id" ORDER BY r."ordinal" LIMIT 1) AS "recipient",
    (SELECT MAX(CASE WHEN r."tagged" THEN 1 ELSE 0 END) FROM "Recipient" r
      WHERE r."messageRef" = m."id" AND r."tagged" IS NOT NULL) AS "tagged"
  FROM "Message" m JOIN "Host" h ON h."id" = m."hostId" LEFT JOIN "Client" c ON c."id" = m."clientId"
    LEFT JOIN "Helo" e ON e."id" = m."heloId" LEFT JOIN "Domain" d ON d."id" = m."domainId"
    LEFT JOIN "Checker" k ON k."id" = m."checkerId"`;

const text = (value: SqlValue | undefined) => (value === null || value === undefined ? null : String(value));
const word = <T>(words: readonly T[], value: SqlValue | undefined) =>
  value === null || value === undefined ? null : (words[Number(value)] ?? null);

/** The message of a row of LISTED. */
export function listedMessage(row: SqlRow): ListedMessage {
  return {
    id: Number(row.id),
    time: Number(row.time),
    host: String(row.host),
    queueId: String(row.queueId),
    clientIp: text(row.clientIp),
    clientName: text(row.clientName),
    helo: text(row.helo),
    envelopeFrom: text(row.envelopeFrom),
    domain: text(row.domain),
    result: word(COUNTED_RESULTS, row.result) ?? "notLogged",
    fate: word(COUNTED_ACTIONS, row.fate) ?? "accept",
    stage: word(STAGES, row.stage),
    rejectedBy: word(REFUSERS, row.rejectedBy),
    reply: replyOf(row),
    checker: text(row.checker),
    size: row.size === null ? null : Number(row.size),
    recipients: Number(row.recipients),
    recipient: text(row.recipient),
    tagged: row.tagged === null ? null : Number(row.tagged) === 1,
  };
}

/** The reply as it went over the wire; its text may already begin with the codes. */
function replyOf({ replyCode, enhancedStatus, replyText }: SqlRow): string | null {
  const said = text(replyText) ?? "";
  const codes = [text(replyCode) ?? "", text(enhancedStatus) ?? ""];
  const missing = codes.filter((code) => code !== "" && !said.startsWith(code));
  const reply = [...missing, said].join(" ").trim();
  return reply === "" ? null : reply;
}
