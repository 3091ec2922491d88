import { expect, test } from "vitest";
import { traceIn } from "@/lib/spf/explain/explain.fixture";
import type { RecordTrace, StepTrace } from "@/lib/spf/trace";
import { toldSteps, traceRows } from "./trace-rows";

const NAMES = {
  "d.example": ["TXT v=spf1 ip4:192.0.2.8 ip4:192.0.2.9 include:a.example a:b.example -all mx ip4:192.0.2.7"],
  "a.example": ["TXT v=spf1 ip4:192.0.2.8 ~all"],
  "b.example": ["A 192.0.2.9"],
};

/** The lines of a record's tree; steps that are only named stand in brackets, what is within a step behind it. */
function linesOf(record: RecordTrace, told: ReadonlySet<StepTrace>): string[] {
  return traceRows(record, told).flatMap((row) => {
    if (row.kind === "run") return [`[${row.steps.map(({ text }) => text).join(" ")}]`];
    const { text, within } = row.step;
    return [text, ...(within === null ? [] : linesOf(within, told).map((line) => `  ${line}`))];
  });
}

function treeOf(most: number, shadow = 0): string[] {
  const trace = traceIn(NAMES, {}, shadow);
  return linesOf(trace.root!, toldSteps(trace, most));
}

test("with room for all, every step that was evaluated is told", () => {
  expect(treeOf(50)).toEqual([
    "ip4:192.0.2.8",
    "ip4:192.0.2.9",
    "include:a.example",
    "  ip4:192.0.2.8",
    "  ~all",
    "a:b.example",
    "-all",
    "[mx ip4:192.0.2.7]",
  ]);
});

test.each([
  [0, ["[ip4:192.0.2.8 ip4:192.0.2.9 include:a.example a:b.example]", "[-all]", "[mx ip4:192.0.2.7]"]],
  [1, ["[ip4:192.0.2.8 ip4:192.0.2.9 include:a.example a:b.example]", "-all", "[mx ip4:192.0.2.7]"]],
  [
    3,
    [
      "[ip4:192.0.2.8 ip4:192.0.2.9]",
      "include:a.example",
      "  [ip4:192.0.2.8]",
      "  ~all",
      "[a:b.example]",
      "-all",
      "[mx ip4:192.0.2.7]",
    ],
  ],
])("with room for %d, what decided is told first, then includes", (most, lines) => {
  expect(treeOf(most)).toEqual(lines);
});

test("what would have come behind the verdict is told last", () => {
  const told = treeOf(50, 50);
  expect(told.at(-1)).toBe("ip4:192.0.2.7");
  expect(treeOf(8, 50).at(-1)).toBe("[ip4:192.0.2.7]");
});
