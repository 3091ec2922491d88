import type { Mechanism, SpfRecord } from "../record";
import type { RecordType } from "../resolver";
import type { RecordBill } from "./bill";
import { askAhead, type Walk } from "./walk";

/** How many terms of a record are asked about together. */
const TOGETHER = 10;

/** Sends the questions of a record's first terms, whose answers are taken one by one later. */
export function askTogether(walk: Walk, { terms }: SpfRecord, bill: RecordBill): void {
  let left = TOGETHER;
  for (const [index, term] of terms.entries()) {
    if (term.kind !== "directive") continue;
    if (term.mechanism.name === "all" || left === 0) return;
    const { target } = bill.terms[index]!;
    const types = QUESTIONS[term.mechanism.name];
    if (target === null || types.length === 0) continue;
    for (const type of types) askAhead(walk, target, type);
    left--;
  }
}

const QUESTIONS: Record<Mechanism["name"], RecordType[]> = {
  all: [],
  ip4: [],
  ip6: [],
  ptr: [],
  a: ["A", "AAAA"],
  mx: ["MX"],
  include: ["TXT"],
  exists: ["A"],
};
