import type { PrismaClient } from "@/lib/db/reader";
import { ACTIONS, type Action, REFUSERS, type RejectedBy, STAGES, type Stage } from "@/lib/logs/fact";
import { SPF_RESULTS } from "@/lib/spf";
import type { CountedResult } from "./count-table";
import type { TimeRange } from "./range";

/** A message that was not accepted, as a list shows it; texts are the sender's or the other server's own. */
export interface Refusal {
  id: number;
  /** Epoch ms. */
  time: number;
  host: string;
  clientIp: string | null;
  clientName: string | null;
  /** "" is the null reverse-path; null where not stated. */
  envelopeFrom: string | null;
  recipients: number;
  /** The first recipient's address; null where none was given. */
  recipient: string | null;
  action: Exclude<Action, "accept">;
  stage: Stage | null;
  rejectedBy: RejectedBy | null;
  reply: string | null;
  result: CountedResult;
}

interface Row {
  id: number;
  time: number | bigint;
  host: string;
  clientIp: string | null;
  clientName: string | null;
  envelopeFrom: string | null;
  recipients: number | bigint;
  recipient: string | null;
  action: number;
  stage: number | null;
  rejectedBy: number | null;
  replyCode: number | null;
  enhancedStatus: string | null;
  replyText: string | null;
  result: number | null;
}

/** The messages in a range that were not accepted, newest first, at most `limit`. */
export async function newestRefusals(
  reader: PrismaClient,
  { from, to }: TimeRange,
  limit: number,
): Promise<Refusal[]> {
  // The zero is written out: an index of refused messages serves only what names its condition.
  const rows = await reader.$queryRaw<Row[]>`
    SELECT m."id", m."time", h."name" AS "host", c."ip" AS "clientIp", m."clientName", m."envelopeFrom", m."action",
      m."stage", m."rejectedBy", m."replyCode", m."enhancedStatus", m."replyText", m."result",
      (SELECT COUNT(*) FROM "Recipient" r WHERE r."messageRef" = m."id") AS "recipients",
      (SELECT r."address" FROM "Recipient" r WHERE r."messageRef" = m."id" ORDER BY r."ordinal" LIMIT 1) AS "recipient"
    FROM "Message" m JOIN "Host" h ON h."id" = m."hostId" LEFT JOIN "Client" c ON c."id" = m."clientId"
    WHERE m."action" <> 0 AND m."time" >= ${from} AND m."time" < ${to}
    ORDER BY m."time" DESC, m."id" DESC LIMIT ${limit}`;
  return rows.map(refusalOf);
}

function refusalOf(row: Row): Refusal {
  return {
    id: Number(row.id),
    time: Number(row.time),
    host: row.host,
    clientIp: row.clientIp,
    clientName: row.clientName,
    envelopeFrom: row.envelopeFrom,
    recipients: Number(row.recipients),
    recipient: row.recipient,
    action: ACTIONS[Number(row.action)] as Refusal["action"],
    stage: row.stage === null ? null : STAGES[Number(row.stage)]!,
    rejectedBy: row.rejectedBy === null ? null : REFUSERS[Number(row.rejectedBy)]!,
    reply: replyOf(row),
    result: row.result === null ? "notLogged" : SPF_RESULTS[Number(row.result)]!,
  };
}

/** The reply as it went over the wire; its text may already begin with the codes. */
function replyOf({ replyCode, enhancedStatus, replyText }: Row): string | null {
  const text = replyText ?? "";
  const codes = [replyCode === null ? "" : String(replyCode), enhancedStatus ?? ""];
  const missing = codes.filter((code) => code !== "" && !text.startsWith(code));
  const reply = [...missing, text].join(" ").trim();
  return reply === "" ? null : reply;
}
