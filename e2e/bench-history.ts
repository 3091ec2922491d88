import type { Writer } from "@/lib/db/writer";

const DAY = 86_400_000;
const HOSTS = 3;
const DOMAINS = 50_000;
const CLIENTS = 200_000;
const BATCH_DAYS = 10;

/** When every history ends, epoch ms. */
export const NEWEST = Date.UTC(2026, 10, 24, 10);

/**
 * Fills an empty SQLite database with `days` of mail up to NEWEST, evenly spread, with a few domains seen often and most
 * seldom, and counts it into the rollups as an import would. About 8 in 100 are refused, 6 of them for SPF.
 */
export async function fillHistory(writer: Writer, days: number, perDay: number): Promise<void> {
  await writer.transaction(() => fillDictionaries(writer));
  for (let day = 0; day < days; day += BATCH_DAYS) {
    const first = day * perDay;
    const end = Math.min(days, day + BATCH_DAYS) * perDay;
    const step = DAY / perDay;
    const start = NEWEST - days * DAY;
    await writer.transaction(async () => {
      await writer.run(MESSAGES, [first, end, step, start]);
      await writer.run(RECIPIENTS, [first, end]);
    });
  }
  await writer.transaction(async () => {
    await writer.run(HOURS);
    await writer.run(DAYS);
  });
  await writer.run("ANALYZE");
}

/** The numbers from ?1 inclusive to ?2 exclusive. */
const NUMBERS = `WITH RECURSIVE N("n") AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT "n" + 1 FROM N WHERE "n" + 1 < ?2)`;

async function fillDictionaries(writer: Writer): Promise<void> {
  const names: [string, string, string, number][] = [
    ["Host", "name", `'mx' || "n"`, HOSTS],
    ["Domain", "name", `'d' || "n" || '.example'`, DOMAINS],
    ["Client", "ip", `'10.' || ("n" >> 16) || '.' || (("n" >> 8) & 255) || '.' || ("n" & 255)`, CLIENTS],
    ["Helo", "name", `'mail' || "n" || '.example'`, DOMAINS],
    ["Checker", "name", `'checker' || "n"`, 1],
  ];
  for (const [table, column, text, count] of names) {
    const sql = `INSERT INTO "${table}"("id", "${column}") ${NUMBERS} SELECT "n", ${text} FROM N`;
    await writer.run(sql, [1, count + 1]);
  }
}

/** Scattered numbers from a running one: Knuth's multiplicative hash, from two different factors. */
const SCATTERED = `S AS (SELECT "n", (("n" * 2654435761) & 4294967295) >> 8 AS "a",
  (("n" * 2246822519) & 4294967295) >> 8 AS "b" FROM N)`;

/** Of 1000: pass 800, fail 60, softfail 50, neutral 20, none 40, temperror 5, permerror 5, not logged 20. */
const DRAWN = `D AS (SELECT *, "a" % 1000 AS "k",
  1 + CAST(${DOMAINS} * ("b" / 16777216.0) * ("b" / 16777216.0) * ("b" / 16777216.0) AS INTEGER) AS "domain" FROM S)`;

const MESSAGES = `INSERT INTO "Message"("id", "hostId", "queueId", "time", "utcOffset", "clientId", "clientName", "heloId",
  "envelopeFrom", "domainId", "identity", "result", "resultFrom", "action", "stage", "rejectedBy", "replyCode",
  "enhancedStatus", "replyText", "checkerId", "messageId", "size", "flags", "lines")
  ${NUMBERS}, ${SCATTERED}, ${DRAWN}
  SELECT "n" + 1, 1 + "n" % ${HOSTS}, '2BO' || ("n" + 100000000), CAST(?4 + "n" * ?3 AS INTEGER), 540,
    1 + "b" % ${CLIENTS}, 'mail' || "domain" || '.example', "domain", 'user' || ("a" % 97) || '@d' || "domain" || '.example',
    "domain", 0,
    CASE WHEN "k" < 800 THEN 0 WHEN "k" < 860 THEN 1 WHEN "k" < 910 THEN 2 WHEN "k" < 930 THEN 3 WHEN "k" < 970 THEN 4
      WHEN "k" < 975 THEN 5 WHEN "k" < 980 THEN 6 END,
    CASE WHEN "k" < 980 THEN 0 END,
    CASE WHEN "k" BETWEEN 800 AND 854 OR "k" >= 985 THEN 1 WHEN "k" BETWEEN 970 AND 974 THEN 2 ELSE 0 END,
    CASE WHEN "k" BETWEEN 800 AND 854 THEN 2 WHEN "k" >= 985 THEN 3 END,
    CASE WHEN "k" BETWEEN 800 AND 854 THEN 0 WHEN "k" >= 985 THEN 1 END,
    CASE WHEN "k" BETWEEN 800 AND 854 OR "k" >= 985 THEN 550 END,
    CASE WHEN "k" BETWEEN 800 AND 854 THEN '5.7.23' END,
    CASE WHEN "k" BETWEEN 800 AND 854 THEN 'SPF check failed for d' || "domain" || '.example' END,
    1, "n" || '@d' || "domain" || '.example', 2000 + "b" % 60000, CASE WHEN "a" % 5003 = 0 THEN 1 ELSE 0 END,
    '1:' || ("n" * 300)
  FROM D`;

/** Softfails are tagged. */
const RECIPIENTS = `INSERT INTO "Recipient"("messageRef", "ordinal", "address", "action", "status", "local", "tagged")
  SELECT "id", 0, 'user' || ("id" % 300) || '@corp.example', "action", CASE WHEN "action" = 0 THEN 0 END, 1,
    CASE WHEN "action" = 0 THEN COALESCE("result", 0) = 2 END
  FROM "Message" WHERE "id" > ?1 AND "id" <= ?2`;

const COUNTED = `COALESCE("result", 7) AS "result",
  CASE WHEN "action" <> 0 THEN "action" WHEN "flags" & 1 THEN 4 WHEN "result" = 2 THEN 5 ELSE 0 END AS "action"`;

const HOURS = `INSERT INTO "HourCount"("hour", "hostId", "result", "action", "count")
  SELECT "hour", "hostId", "result", "action", COUNT(*)
  FROM (SELECT "time" / 3600000 AS "hour", "hostId", ${COUNTED} FROM "Message") GROUP BY 1, 2, 3, 4`;

const DAYS = `INSERT INTO "DayCount"("day", "result", "domainId", "action", "count")
  SELECT "day", "result", "domainId", "action", COUNT(*)
  FROM (SELECT "time" / ${DAY} AS "day", "domainId", ${COUNTED} FROM "Message") GROUP BY 1, 2, 3, 4`;
