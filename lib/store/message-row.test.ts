import fc from "fast-check";
import { expect, test } from "vitest";
import type { SqlRow, SqlValue } from "@/lib/db/writer";
import { ACTIONS, DELIVERY_STATUSES, IDENTITIES, REFUSERS, RESULT_SOURCES, STAGES } from "@/lib/logs/fact";
import type { Message, Recipient } from "@/lib/logs/message";
import { SPF_RESULTS } from "@/lib/spf";
import { MESSAGE_COLUMNS, messageRow, RECIPIENT_COLUMNS, readMessage, recipientRow } from "./message-row";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const oneOf = <T>(words: readonly T[]) => fc.constantFrom(...words);
const text = fc.string({ unit: "grapheme" });
const int = fc.integer();
const time = fc.integer({ min: 0, max: 8.64e15 });

const recipients: fc.Arbitrary<Recipient> = fc.record({
  address: text,
  action: oneOf(ACTIONS),
  status: maybe(oneOf(DELIVERY_STATUSES)),
  enhancedStatus: maybe(text),
  statusTime: maybe(time),
  seconds: maybe(int),
  local: fc.boolean(),
  tagged: maybe(fc.boolean()),
  folder: maybe(text),
});

const messages: fc.Arbitrary<Message> = fc.record({
  host: text,
  queueId: text,
  time,
  utcOffset: int,
  clientIp: maybe(text),
  clientName: maybe(text),
  helo: maybe(text),
  envelopeFrom: maybe(text),
  identity: maybe(oneOf(IDENTITIES)),
  result: maybe(oneOf(SPF_RESULTS)),
  resultFrom: maybe(oneOf(RESULT_SOURCES)),
  action: oneOf(ACTIONS),
  stage: maybe(oneOf(STAGES)),
  rejectedBy: maybe(oneOf(REFUSERS)),
  replyCode: maybe(int),
  enhancedStatus: maybe(text),
  replyText: maybe(text),
  checker: maybe(text),
  messageId: maybe(text),
  size: maybe(fc.maxSafeNat()),
  unchecked: fc.boolean(),
  stampMismatch: fc.boolean(),
  aborted: fc.boolean(),
  marked: fc.boolean(),
  retryOf: maybe(text),
  recipients: fc.array(recipients, { maxLength: 4 }),
  lines: fc.array(fc.stringMatching(/^[0-9a-z]{1,4}:[0-9a-z]{1,8}$/), { maxLength: 16 }),
});

/** As a driver gives it back: SQLite knows no booleans, PostgreSQL does. */
function asRow(columns: readonly string[], values: SqlValue[], hasBooleans: boolean): SqlRow {
  const given = (value: SqlValue) => (typeof value === "boolean" && !hasBooleans ? Number(value) : value);
  return Object.fromEntries(columns.map((column, i) => [column, given(values[i]!)]));
}

test("every message comes back from its rows as it was", () => {
  fc.assert(
    fc.property(messages, fc.boolean(), (message, hasBooleans) => {
      const { host, clientIp, helo, checker } = message;
      const row = asRow(MESSAGE_COLUMNS, messageRow(1, message), hasBooleans);
      const rows = message.recipients.map((one, i) =>
        asRow(RECIPIENT_COLUMNS, recipientRow(1, i, one), hasBooleans),
      );
      expect(readMessage({ ...row, host, clientIp, helo, checker }, rows)).toEqual(message);
    }),
  );
});
