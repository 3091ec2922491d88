import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "@/lib/logs/message";
import { message } from "./messages.fixture";
import { markRetries } from "./retries";
import { Store } from "./store";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 10);

/** Finding the messages that repeat a tempfailed delivery, on every database. */
export function retriesContract(newDatabase: () => Promise<string>): void {
  let store: Store;
  beforeEach(async () => {
    store = await Store.open(await newDatabase());
  });
  afterEach(() => store.close());

  const batch = (...messages: Message[]) =>
    store.transaction(async () => {
      const stored = messages.map((one) => ({ id: null, message: one, counted: null }));
      await markRetries(store, stored);
      await store.save(stored);
    });
  const retries = async () =>
    Object.fromEntries(
      (await store.writer.all('SELECT "queueId", "retryOf" FROM "Message"')).map((row) => [
        row.queueId,
        row.retryOf,
      ]),
    );
  const at = (queueId: string, hours: number, changes: Partial<Message> = {}) =>
    message({ queueId, time: START + hours * HOUR, ...changes });
  const failed = (queueId: string, hours: number, changes: Partial<Message> = {}) =>
    at(queueId, hours, { action: "tempfail", ...changes });

  describe("retries", () => {
    test("name the nearest attempt before them, in one batch or over several", async () => {
      await batch(failed("a", 0), failed("b", 1), at("c", 2));
      await batch(at("d", 3), at("e", 23), at("f", 26));
      expect(await retries()).toEqual({ a: null, b: "a", c: "b", d: "b", e: "b", f: null });
    });

    test("are of the same host, client and sender", async () => {
      await batch(failed("a", 0), failed("g", 0, { envelopeFrom: null }));
      const others = [
        { host: "mx2" },
        { clientIp: "192.0.2.26" },
        { envelopeFrom: "x@example.com" },
        { envelopeFrom: null },
      ];
      await batch(...others.map((changes, i) => at(`b${i}`, 1, changes)));
      expect(Object.values(await retries()).filter((queueId) => queueId !== null)).toEqual([]);
    });

    test("of the same second go by queue id", async () => {
      await batch(failed("b", 0), failed("a", 0), at("c", 0), failed("~z", 1), at("d", 2));
      expect(await retries()).toEqual({ a: null, b: "a", c: "b", "~z": "b", d: "~z" });
    });

    test("are marked later where the attempt comes late", async () => {
      await batch(at("c", 2), at("d", 30), at("e", 3, { clientIp: "192.0.2.26" }));
      await batch(failed("a", 0));
      expect(await retries()).toEqual({ a: null, c: "a", d: null, e: null });
      await batch(failed("b", 1));
      expect(await retries()).toEqual({ a: null, b: "a", c: "b", d: null, e: null });
    });

    test("are found among many clients too", async () => {
      const ip = (i: number) => `10.0.${i >> 8}.${i & 255}`;
      const each = <T>(make: (i: number) => T) => Array.from({ length: 600 }, (_, i) => make(i));
      await batch(...each((i) => at(`b${1000 + i}`, 2, { clientIp: ip(i) })));
      await batch(...each((i) => failed(`a${1000 + i}`, 1, { clientIp: ip(i) })));
      await batch(...each((i) => at(`c${1000 + i}`, 3, { clientIp: ip(i) })));
      const found = await retries();
      for (const i of [0, 1, 511, 512, 599]) {
        expect([found[`b${1000 + i}`], found[`c${1000 + i}`]]).toEqual([`a${1000 + i}`, `a${1000 + i}`]);
      }
    });
  });
}
