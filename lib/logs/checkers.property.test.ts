import fc from "fast-check";
import { expect, test } from "vitest";
import { checkerGrammar } from "./checkers";
import type { Fact } from "./fact";

/** Facts of a line, less what only tells which filters are at work. */
function read(program: string, text: string): Fact[] {
  const facts: Fact[] = [];
  checkerGrammar(program)!(text, (fact) => facts.push(fact));
  return facts.filter(({ kind }) => kind !== "filterSeen");
}

const PROGRAMS = [
  "spfmilter",
  "smf-spf",
  "pyspf-milter",
  "policyd-spf",
  "postfix/policy-spf",
  "opendmarc",
  "milter-greylist",
  "rspamd",
];
const PIECES = [
  "SPF fail",
  ": ip=1.2.3.4, fqdn=x, helo=",
  ", from=<",
  "prepend Received-SPF: ",
  "Policy action=PREPEND ",
  "6AO3CFgS002078: ",
  "addr h[1.2.3.4] from ",
  "rspamd_task_write_log: id: <",
  ", qid: <",
  "R_SPF_ALLOW(",
  "(",
  ")",
  '"',
  "\\",
  ", reject=",
  ">",
  " ",
];

test("any text is read without a throw by every checker's grammar", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(fc.constantFrom(...PROGRAMS), texts, (program, text) => void read(program, text)),
    { numRuns: 500 },
  );
  for (const program of PROGRAMS) {
    for (const piece of PIECES) {
      const facts = read(program, `${PIECES[0]}${piece.repeat(65536 / piece.length)}`);
      expect(facts.filter(({ kind }) => kind === "verdict")).toEqual([]);
    }
  }
});

const LINES: [string, string][] = [
  ["smf-spf", "SPF fail: ip=192.0.2.66, fqdn=[192.0.2.66], helo=dyn-66.isp.example, from=<ceo@fail.example>"],
  [
    "policyd-spf",
    "prepend Received-SPF: Fail (mailfrom) identity=mailfrom; client-ip=192.0.2.66; helo=h; envelope-from=a@b.example; receiver=<UNKNOWN>",
  ],
  [
    "pyspf-milter",
    "prepend Authentication-Results: spf; spf=fail (x) smtp.mailfrom=b.example (client-ip=192.0.2.66; helo=h; envelope-from=a@b.example; receiver=<UNKNOWN>)",
  ],
  [
    "postfix/policy-spf",
    "SPF fail (Mechanism '-all' matched): Envelope-from: a@b.example, IP Address: 192.0.2.66, Recipient: r@d.example",
  ],
  [
    "rspamd",
    "<a>; task; rspamd_task_write_log: id: <m@b.example>, qid: <4XyzQ12abc>, ip: 192.0.2.66, from: <a@b.example>, (default: F (no action): [3/15] [R_SPF_FAIL(1.00){-all;}]), len: 1",
  ],
];

test("a line that is cut, doubled or spoilt anywhere never turns a fail into another result", () => {
  const change = fc.tuple(
    fc.nat(300),
    fc.nat(300),
    fc.oneof(fc.string(), fc.constantFrom(...PIECES.filter((piece) => !piece.startsWith("R_SPF")))),
  );
  fc.assert(
    fc.property(fc.constantFrom(...LINES), change, ([program, line], [from, to, text]) => {
      const facts = read(program, line.slice(0, from) + text + line.slice(to));
      for (const fact of facts) expect(fact).toMatchObject({ kind: "verdict", result: "fail" });
    }),
    { numRuns: 1000 },
  );
});
