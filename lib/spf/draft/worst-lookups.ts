import { parsedRecord } from "../parse";
import { lookupTerms } from "../reached";
import type { DomainSpec, SpfRecord, Term } from "../record";
import { selectRecords } from "../select-record";
import type { Asking } from "../session";
import { asked, type Bench, checked, folded } from "./bench";

/** Lookups are counted so far; a loop of includes never ends. */
const COUNTED = 100;

/**
 * How many lookups a record costs the client for whom no term matches before `all`, and so at most; 100 at most. It is
 * not counted by `lib/spf/bill`, which asks for every address behind a term (several times the questions, of which a visit
 * has few), follows no macro though this client's are known here, and bills terms of a broken record, which no check
 * comes to.
 */
export function* worstLookups(bench: Bench, text: string): Asking<number> {
  const tally = { lookups: 0, root: text };
  yield* countRecord(bench, parsedRecord(text), bench.domain, tally);
  return Math.min(tally.lookups, COUNTED);
}

interface Tally {
  lookups: number;
  root: string;
}

function* countRecord(bench: Bench, record: SpfRecord, domain: string, tally: Tally): Asking<void> {
  if (record.problems.length > 0) return;
  for (const term of lookupTerms(record)) {
    if (++tally.lookups >= COUNTED) return;
    const spec = specOf(term);
    if (spec !== null) yield* countTarget(bench, yield* targetOf(bench, term, spec), domain, tally);
  }
}

/** The name of the record that a term costs the lookups of, too. */
function specOf(term: Term): DomainSpec | null {
  if (term.kind === "modifier") return term.value;
  return term.kind === "directive" && term.mechanism.name === "include" ? term.mechanism.domainSpec : null;
}

function* countTarget(bench: Bench, target: string | null, domain: string, tally: Tally): Asking<void> {
  if (target === null || tally.lookups >= COUNTED) return;
  if (folded(target) === folded(bench.domain))
    return yield* countRecord(bench, parsedRecord(tally.root), domain, tally);
  const texts = yield* recordsAt(bench, target);
  if (texts?.length === 1) yield* countRecord(bench, parsedRecord(texts[0]!), target, tally);
}

/** The records for SPF at a name; null where DNS gives no answer. */
export function* recordsAt(bench: Bench, name: string): Asking<string[] | null> {
  const answer = yield* asked(bench, name, "TXT");
  if (answer.status === "error") return null;
  return answer.status === "void" ? [] : selectRecords(answer.records);
}

/** The name that a term leads to; with macros in it, for this client, as its own check expands them. */
function* targetOf(bench: Bench, { text }: Term, spec: DomainSpec): Asking<string | null> {
  const plain = plainTarget(spec);
  if (plain !== null) return plain;
  const { trace } = yield* checked(bench, `v=spf1 ${text}`);
  return trace?.root?.steps[0]?.within?.domain ?? null;
}

/** The name of a domain-spec without macros; null for one with. */
export function plainTarget({ text, parts }: DomainSpec): string | null {
  const [name] = parts;
  if (text.includes("%") || typeof name !== "string" || parts.length > 1) return null;
  return name.replace(/\.$/, "");
}
