import type { Address } from "../address";
import { type CheckRequest, type CheckResult, checkHost } from "../check-host";
import type { Answer, RecordType, Resolver } from "../resolver";
import type { Asking } from "../session";
import type { Provider } from "./providers";

/** How many questions one suggestion may ask; a check alone may ask some 230, most ask ten. */
const MOST_QUESTIONS = 400;

const NOTHING: Answer = { status: "void", reason: "nodata" };

/** What a suggestion is worked out with: the same answer to the same question all the time. */
export interface Bench {
  request: CheckRequest;
  client: Address;
  domain: string;
  resolver: Resolver;
  clock: () => number;
  providers: Provider[];
}

/** Remembers every answer, and refuses more questions than a suggestion may ask. */
export function rememberingResolver(below: Resolver): Resolver {
  const known = new Map<string, Answer | Promise<Answer>>();
  return {
    resolve(name, type) {
      const key = `${type} ${folded(name)}`;
      const answer = known.get(key);
      if (answer !== undefined) return answer;
      if (known.size >= MOST_QUESTIONS) return { status: "error", reason: "budget" };
      const given = askOnce(below, name, type, (late) => known.set(key, late));
      known.set(key, given);
      return given;
    },
  };
}

function askOnce(
  below: Resolver,
  name: string,
  type: RecordType,
  keep: (answer: Answer) => void,
): Answer | Promise<Answer> {
  const failed: Answer = { status: "error", reason: "failed" };
  const kept = (answer: Answer) => {
    keep(answer);
    return answer;
  };
  try {
    const given = below.resolve(name, type);
    return "status" in given ? given : given.then(kept, () => kept(failed));
  } catch {
    return failed;
  }
}

/** Asks a question; what waits for an answer waits here. */
export function* asked({ resolver }: Bench, name: string, type: RecordType): Asking<Answer> {
  const given = resolver.resolve(name, type);
  return "status" in given ? given : yield given;
}

/** Checks the client, or another, with this record as the domain's; with null, with what is published. Traced. */
export function* checked(bench: Bench, record: string | null, ip?: string): Asking<CheckResult> {
  const { request, domain, resolver, clock } = bench;
  const replaced = record === null ? resolver : withRecord(resolver, domain, record);
  const result = checkHost(ip === undefined ? request : { ...request, ip }, replaced, { clock, trace: true });
  if (!("then" in result)) return result;
  let late: CheckResult | undefined;
  yield result.then((value) => {
    late = value;
    return NOTHING;
  });
  return late!;
}

function withRecord(below: Resolver, domain: string, text: string): Resolver {
  const own: Answer = { status: "found", records: [{ type: "TXT", strings: [text] }] };
  const key = folded(domain);
  return {
    resolve: (name, type) => (type === "TXT" && folded(name) === key ? own : below.resolve(name, type)),
  };
}

/** A name in the form in which names are compared (RFC 4343). */
export function folded(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
