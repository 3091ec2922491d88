import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeProcmail } from "./procmail";

const SAMPLES = join(import.meta.dirname, "../../e2e/fixtures/samples");
const real = readFileSync(join(SAMPLES, "s8138-a-mark-0.93-add/procmail"), "latin1").split("\n");
const at = (hour: number, minute: number, second: number) => Date.UTC(2026, 10, 24, hour - 9, minute, second);
const delivery = {
  from: "ceo@fail.example",
  subject:
    "=?ks_c_5601-1987?B?xde9usauIF8gc3BmIHNvZnQgZmFpbLfOIMDOx9EgU1BBTSDFwg==?=  =?ks_c_5601-1987?B?sdfD37Ch?=",
  sender: '"TESTER" <ceo@fail.example>',
  caught: "fail" as "fail" | null,
  folder: "/var/mail/kisa",
  size: 818,
  start: at(12, 28, 42),
  end: at(12, 28, 50),
};

test("a caught message is written line by line as the real procmail wrote it", () => {
  const events = writeProcmail(delivery, 540);
  expect(events.map(({ time }) => time)).toEqual([delivery.start, delivery.end]);
  for (const line of events.flatMap(({ lines }) => lines)) expect(real).toContain(line);
});

test("so is one that passed, and one with the null reverse-path and a longer folder name", () => {
  const subject = "plain ascii subject";
  const start = at(12, 28, 45);
  const bounce = writeProcmail({ ...delivery, from: "", subject, caught: null, size: 725, start }, 540);
  expect(bounce.length).toBe(1);
  for (const line of bounce[0]!.lines) expect(real).toContain(line);
  const other = writeProcmail({ ...delivery, caught: null, folder: "/var/mail/webmaster", size: 727 }, 540);
  expect(real).toContain(other[0]!.lines.at(-1));
});

test("a message without a subject gets no subject line and no mark", () => {
  const [filter, block] = writeProcmail({ ...delivery, subject: null }, 540);
  expect(filter!.lines).toEqual(['====SPF_filter(fail) F="TESTER" <ceo@fail.example>, S=']);
  expect(block!.lines.length).toBe(2);
});
