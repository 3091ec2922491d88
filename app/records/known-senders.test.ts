import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openReader } from "@/lib/db/reader";
import { message } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { knownSenders } from "./known-senders";

const folder = mkdtempSync(join(tmpdir(), "whyspf-senders-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("senders are remembered until something is stored, or ten minutes have passed", async () => {
  const url = `file:${join(folder, "a.db")}`;
  const store = await Store.open(url);
  const save = (queueId: string) =>
    store.transaction(() => store.save([{ id: null, message: message({ queueId }), counted: null }]));
  await save("1");
  const reader = await openReader(url);
  const now = message().time + 60_000;
  const ask = (at = now, days = 30) => knownSenders(reader, "example.com", days, at);
  const first = await ask();
  expect(first.senders).toMatchObject({ counted: 1, senders: [{ ip: "192.0.2.25", total: 1 }] });
  expect(await ask(now + 599_999)).toBe(first);
  expect(await ask(now + 600_000)).not.toBe(first);
  expect(await ask(now, 7)).not.toBe(first);
  await save("2");
  expect((await ask()).senders.counted).toBe(2);
  await reader.$disconnect();
  await store.close();
});
