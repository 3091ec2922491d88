import type { DnsRecord, RecordType } from "@/lib/spf/resolver";
import { MAX_RECORDS, type Message } from "./wire-message";
import { foldName } from "./wire-name";

const NXDOMAIN = 3;

/** Aliases followed for one question before it is an error; what resolvers do, and more than anyone publishes. */
export const MAX_ALIASES = 8;

/** Where a question stands: the name that its aliases led to so far, and how long what was learned is good for. */
export interface Chain {
  name: string;
  seen: Set<string>;
  ttl: number;
}

/** What a response means for a chain: an outcome, or "further", where its aliases lead to a name that it says nothing about. */
export type Step =
  | { status: "found"; records: DnsRecord[] }
  | { status: "void"; reason: "nxdomain" | "nodata" }
  | { status: "error"; reason: string }
  | "further";

/** The beginning of a chain. */
export function startChain(name: string): Chain {
  return { name, seen: new Set([foldName(name)]), ttl: Number.POSITIVE_INFINITY };
}

/** Follows the aliases in a response and takes what it says about the name at their end (RFC 2308 section 2); moves the chain on. */
export function followResponse(chain: Chain, message: Message, type: RecordType): Step {
  const asked = chain.name;
  for (;;) {
    const owner = foldName(chain.name);
    const own = message.answers.filter((answer) => foldName(answer.owner) === owner);
    const found = own.filter((answer) => "record" in answer && answer.record.type === type);
    if (found.length > 0 && isEnough(message, type)) return foundRecords(chain, found);
    const alias = own.find((answer) => "alias" in answer);
    if (!alias || !("alias" in alias)) break;
    const trouble = moveOn(chain, alias.alias, alias.ttl);
    if (trouble) return { status: "error", reason: trouble };
  }
  if (message.isCut) return { status: "error", reason: `more than ${MAX_RECORDS} records` };
  if (message.rcode === NXDOMAIN) return voidAnswer(chain, message, "nxdomain");
  if (chain.name !== asked && message.negativeTtl === null) return "further";
  return voidAnswer(chain, message, "nodata");
}

/** Whether what was read tells as much as all there is: of exchangers and names of a client, RFC 7208 section 4.6.4 never wants more than eleven. */
function isEnough({ isCut }: Message, type: RecordType): boolean {
  return !isCut || type === "MX" || type === "PTR";
}

/** Moves a chain to where an alias points; why not, where it comes back or gets too long. */
export function moveOn(chain: Chain, target: string, ttl: number): string | null {
  const key = foldName(target);
  if (chain.seen.has(key)) return "CNAME loop";
  if (chain.seen.size > MAX_ALIASES) return `more than ${MAX_ALIASES} CNAMEs`;
  chain.seen.add(key);
  chain.name = target;
  chain.ttl = Math.min(chain.ttl, ttl);
  return null;
}

function foundRecords(chain: Chain, found: Message["answers"]): Step {
  chain.ttl = Math.min(chain.ttl, ...found.map(({ ttl }) => ttl));
  return { status: "found", records: found.flatMap((answer) => ("record" in answer ? [answer.record] : [])) };
}

function voidAnswer(chain: Chain, message: Message, reason: "nxdomain" | "nodata"): Step {
  chain.ttl = Math.min(chain.ttl, message.negativeTtl ?? 0);
  return { status: "void", reason };
}
