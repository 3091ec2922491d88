import { fillClientHex } from "@/lib/db/fill-client-hex";
import { openWriter } from "@/lib/db/open";
import type { Writer } from "@/lib/db/writer";

/** The domain whose mail is stored, and the time of its newest message, epoch ms. */
export const DOMAIN = "example.com";
export const END = Date.UTC(2026, 10, 24, 10);
export const DAYS = 30;

const DAY = 86_400_000;
const CHUNK = 250_000;
/** Own servers and providers, which send most; after them strangers, who send little each. */
const REGULARS = 200;
const STRANGERS = 19_800;
const STAFF = 3_000;

/** Counts from `from` to `to`. */
const numbers = (from: number, to: number) =>
  `WITH RECURSIVE "N"("n") AS (SELECT CAST(${from} AS BIGINT) UNION ALL SELECT "n" + 1 FROM "N" WHERE "n" + 1 < ${to})`;

/** A number below a million that looks random; one factor for each. */
const FACTORS = [2654435761, 2246822519, 3266489917, 668265263];
const hash = (salt: 1 | 2 | 3 | 4) => `(("n" * ${FACTORS[salt - 1]}) % 4294967296 / 64 % 1000000)`;

const IS_REGULAR = `${hash(1)} < 850000`;
/** Few of the regulars send most. */
const CLIENT = `CASE WHEN ${IS_REGULAR} THEN 1 + ${hash(2)} * ${hash(2)} / 1000000 * ${hash(2)} / 1000000 * ${REGULARS} / 1000000
  ELSE ${1 + REGULARS} + ${hash(2)} * ${STRANGERS} / 1000000 END`;
/** Two names of a client; a stranger says one of a thousand that strangers say. */
const HELO = `CASE WHEN ${IS_REGULAR} THEN 2 * (${CLIENT}) + CASE WHEN ${hash(3)} % 10 = 0 THEN 1 ELSE 0 END ELSE 1000 + ${hash(3)} % 1000 END`;
/** Newsletters have a sender each, people one of their own; bounces have none. */
const SENDER = `CASE WHEN ${hash(4)} < 250000 THEN 'bounce+' || "n" || '@${DOMAIN}' WHEN ${hash(4)} < 970000
  THEN 'user' || (${hash(3)} % ${STAFF}) || '@${DOMAIN}' ELSE '' END`;
const RESULT = `CASE WHEN ${IS_REGULAR} THEN 0 WHEN ${hash(3)} < 700000 THEN 1 WHEN ${hash(3)} < 900000 THEN 2 END`;
const FATE = `CASE WHEN ${IS_REGULAR} OR ${hash(3)} > 400000 THEN 0 ELSE 1 END`;

/** Six places for five messages: the sixth is another domain's. */
const place = `("n" * 6 / 5)`;

/** An address of client `n`: regulars in 198.18.0.0/16, strangers all over. */
export function addressOf(n: number): string {
  if (n <= REGULARS) return `198.18.${n >> 8}.${n & 255}`;
  const value = (n * 2654435761) % 2 ** 32;
  return n % 20 === 0 ? `2001:db8:${(n >> 8).toString(16)}::${(n & 255).toString(16)}` : dotted(value);
}

function dotted(value: number): string {
  return [20 + ((value >>> 24) % 150), (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join(".");
}

/** Fills a database with so many messages of one domain in 30 days, and a fifth as many of another, unless it is full. */
export async function fillHistory(databaseUrl: string, messages: number): Promise<void> {
  const writer = await openWriter(databaseUrl);
  const [row] = await writer.all('SELECT MAX("id") AS "last" FROM "Message"');
  if (Number(row!.last) < messages) {
    await writer.transaction(() => fillNames(writer));
    await fillClientHex(writer);
    for (let from = 0; from < messages; from += CHUNK)
      await writer.transaction(() => fillMessages(writer, from, Math.min(from + CHUNK, messages), messages));
  }
  await writer.close();
}

async function fillNames(writer: Writer): Promise<void> {
  await writer.run(`INSERT INTO "Host" ("id", "name") ${numbers(1, 4)} SELECT "n", 'mx' || "n" FROM "N"`);
  await writer.run(`INSERT INTO "Domain" ("id", "name") VALUES (1, '${DOMAIN}'), (2, 'other.example')`);
  await writer.run(
    `INSERT INTO "Helo" ("id", "name") ${numbers(1, 2000)} SELECT "n", 'out' || "n" || '.example.net' FROM "N"`,
  );
  // A null sender's checked domain is the HELO name.
  await writer.run(`INSERT INTO "Helo" ("id", "name") VALUES (5000, '${DOMAIN}')`);
  const rows = Array.from({ length: REGULARS + STRANGERS }, (_, n) => [n + 1, addressOf(n + 1), ""]);
  const columns = ["id", "ip", "hex"];
  await writer.bulk({ table: "Client", columns, rows, key: ["id"], onConflict: "keep" });
}

async function fillMessages(writer: Writer, from: number, to: number, messages: number): Promise<void> {
  // In whole numbers throughout: the databases round in two ways.
  const time = `${END - DAYS * DAY} + ${place} * ${DAYS * DAY} / ${Math.ceil(messages * 1.2)} / 1000 * 1000`;
  await writer.run(`INSERT INTO "Message" ("id", "hostId", "queueId", "time", "utcOffset", "clientId", "clientName", "heloId",
      "envelopeFrom", "domainId", "identity", "result", "resultFrom", "action", "size", "flags", "fate", "lines")
    ${numbers(from, to)} SELECT ${place} + 1, 1 + "n" % 3, '2BO9I8' || (100000000 + "n"),
      ${time}, 540, ${CLIENT}, 'out.example.net',
      CASE WHEN (${SENDER}) = '' THEN 5000 ELSE ${HELO} END, ${SENDER}, 1, 0, ${RESULT}, 0, ${FATE}, 4321, 0, ${FATE}, '1:0 1:2s 1:5k'
    FROM "N"`);
  await writer.run(`INSERT INTO "Message" ("id", "hostId", "queueId", "time", "utcOffset", "clientId", "domainId", "envelopeFrom",
      "result", "action", "flags", "fate", "lines")
    ${numbers(from, to)} SELECT ${place} + 2, 1 + "n" % 3, '2BO9I8' || (900000000 + "n"),
      ${time}, 540, ${CLIENT}, 2, 'kim@other.example', 0, 0, 0, 0, '1:0'
    FROM "N" WHERE ("n" + 1) * 6 / 5 - ${place} = 2`);
}
