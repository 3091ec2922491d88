import fc from "fast-check";
import { expect, test } from "vitest";
import { ProcmailReader } from "./procmail";
import { abstract, CHATTER, FOLDER, FROM, HOSTILE, log, read } from "./procmail.fixture";

const LONG = "A".repeat(80);

/** Deliveries as procmail would log them: the filter's line, and the abstract. */
const delivery = fc.record({
  subject: fc.oneof(
    fc.constantFrom(...HOSTILE, "", LONG, "[SPAM] a"),
    fc.string({ unit: "grapheme-ascii", maxLength: 90 }),
  ),
  result: fc.constantFrom("fail", "softfail", null),
  sender: fc.constantFrom("a@x.example", "b@y.example", "c@z.example"),
});
type Delivery = (typeof delivery extends fc.Arbitrary<infer T> ? T : never) & { n: number };

function linesOf({ subject, result, sender, n }: Delivery): string[][] {
  const from = `From ${sender}  Tue Nov 24 12:06:15 2026`;
  const folder = `  Folder: /var/mail/u${n}\t\t\t${n}`;
  if (!result) return [abstract(subject, from, folder)];
  return [[log(subject, result, sender)], abstract(`[SPAM] ${subject}`, from, folder)];
}

/** Takes the next piece of one of the queues as the choices say. */
function interleave(queues: string[][][], choices: number[], whole: boolean): string[] {
  const rest = queues.map((queue) => (whole ? [...queue] : queue.flat().map((line) => [line])));
  const lines: string[] = [];
  for (let i = 0; rest.some((queue) => queue.length > 0); i++) {
    const open = rest.filter((queue) => queue.length > 0);
    lines.push(...open[(choices[i % choices.length] ?? 0) % open.length]!.shift()!);
  }
  return lines;
}

const traffic = fc.tuple(
  fc.array(delivery, { minLength: 1, maxLength: 8 }),
  fc.array(fc.nat(7), { minLength: 1, maxLength: 40 }),
);

test("however whole blocks and filter lines are mixed, each block is told with its own result or none", () => {
  fc.assert(
    fc.property(traffic, ([some, choices]) => {
      const all = some.map((one, n) => ({ ...one, n }));
      const { blocks } = read(interleave(all.map(linesOf), choices, true));
      expect(blocks.map(({ size }) => size).sort()).toEqual(all.map(({ n }) => n).sort());
      for (const { size, sender, subject, filter } of blocks) {
        const one = all[size!]!;
        expect(sender).toBe(one.sender);
        expect(subject).toBe(` Subject: ${one.result ? "[SPAM] " : ""}${one.subject}`.slice(0, 79).slice(10));
        const equals = all.filter((other) => other.result && other.sender === one.sender);
        if (one.result && equals.length === 1) expect([one.result, null]).toContain(filter?.result ?? null);
      }
    }),
    { numRuns: 500 },
  );
});

test("however single lines are mixed, no block is made of two", () => {
  fc.assert(
    fc.property(traffic, ([some, choices]) => {
      const all = some.map((one, n) => ({ ...one, n }));
      const { blocks } = read(interleave(all.map(linesOf), choices, false));
      for (const { size, sender, folder, subject } of blocks) {
        const one = all[size!]!;
        expect({ sender, folder }).toEqual({ sender: one.sender, folder: `/var/mail/u${one.n}` });
        expect(subject).toBe(` Subject: ${one.result ? "[SPAM] " : ""}${one.subject}`.slice(0, 79).slice(10));
      }
    }),
    { numRuns: 500 },
  );
});

test("any bytes are read without a throw, and stopping anywhere changes nothing", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      FROM,
      FOLDER,
      " Subject: [SPAM] a",
      log("a"),
      log(""),
      `${log("a")}${FROM}`,
      ...HOSTILE,
      ...CHATTER,
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(40), (lines, at) => {
      const whole = read(lines);
      const first = new ProcmailReader();
      lines.slice(0, at).forEach((line, i) => {
        first.push(line, offsetOf(lines, i));
      });
      const second = ProcmailReader.resume(first.state());
      lines.slice(at).forEach((line, i) => {
        second.push(line, offsetOf(lines, at + i));
      });
      expect(second.take()).toEqual(whole.blocks);
      expect(second.flush()).toEqual(whole.pending);
    }),
    { numRuns: 1000 },
  );
});

function offsetOf(lines: readonly string[], index: number): number {
  return lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
}
