import type { Answer, RecordType, Resolver } from "@/lib/spf/resolver";
import { type Chain, moveOn, startChain } from "./alias-chain";
import { foldName } from "./wire-name";
import type { Zone, ZoneName } from "./zone";
import { namesOf } from "./zone-names";

type Answers = Record<RecordType, Answer> & { alias: string | null };

const TYPES: readonly RecordType[] = ["A", "AAAA", "MX", "PTR", "TXT"];
const NXDOMAIN: Answer = { status: "void", reason: "nxdomain" };
const NODATA: Answer = { status: "void", reason: "nodata" };
const TIMEOUT: Answer = { status: "error", reason: "timeout" };

/** Answers from a zone, always at once; what it does not hold does not exist. */
export function zoneResolver(zone: Zone): Resolver {
  const published = new Map<string, Answers>();
  for (const [name, entry] of zone) published.set(name, answersOf(entry));
  const { find, isInner } = namesOf(published);
  const follow = (chain: Chain, from: Answers, type: RecordType): Answer => {
    let at: Answers | null = from;
    while (at.alias !== null && at[type].status !== "found") {
      const trouble = moveOn(chain, at.alias, 0);
      if (trouble) return { status: "error", reason: trouble };
      const key = foldName(chain.name);
      at = find(key);
      if (!at) return isInner(key) ? NODATA : NXDOMAIN;
    }
    return at[type];
  };
  return {
    resolve(name, type) {
      const key = foldName(name);
      const found = find(key);
      if (!found) return isInner(key) ? NODATA : NXDOMAIN;
      return found.alias === null ? found[type] : follow(startChain(name), found, type);
    },
  };
}

function answersOf({ records, alias, timeout }: ZoneName): Answers {
  const answer = (type: RecordType): Answer => {
    const own = records.filter((record) => record.type === type);
    if (own.length > 0) return { status: "found", records: own };
    return timeout ? TIMEOUT : NODATA;
  };
  const [a, aaaa, mx, ptr, txt] = TYPES.map(answer);
  return { A: a!, AAAA: aaaa!, MX: mx!, PTR: ptr!, TXT: txt!, alias };
}
