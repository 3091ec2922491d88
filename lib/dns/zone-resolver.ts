import type { Answer, RecordType, Resolver } from "@/lib/spf/resolver";
import { type Chain, moveOn, startChain } from "./alias-chain";
import { foldName } from "./wire-name";
import type { Zone, ZoneName } from "./zone";

type Answers = Record<RecordType, Answer> & { alias: string | null };

const TYPES: readonly RecordType[] = ["A", "AAAA", "MX", "PTR", "TXT"];
const NXDOMAIN: Answer = { status: "void", reason: "nxdomain" };
const NODATA: Answer = { status: "void", reason: "nodata" };
const TIMEOUT: Answer = { status: "error", reason: "timeout" };

/** Answers from a zone, always at once; what it does not hold does not exist. */
export function zoneResolver(zone: Zone): Resolver {
  const published = new Map<string, Answers>();
  for (const [name, entry] of zone) published.set(name, answersOf(entry));
  const inner = innerNames(zone);
  const find = (key: string): Answers | null => published.get(key) ?? wildcard(key, published, inner);
  const follow = (chain: Chain, from: Answers, type: RecordType): Answer => {
    let at: Answers | null = from;
    while (at.alias !== null && at[type].status !== "found") {
      const trouble = moveOn(chain, at.alias, 0);
      if (trouble) return { status: "error", reason: trouble };
      const key = foldName(chain.name);
      at = find(key);
      if (!at) return inner.has(key) ? NODATA : NXDOMAIN;
    }
    return at[type];
  };
  return {
    resolve(name, type) {
      const key = foldName(name);
      const found = find(key);
      if (!found) return inner.has(key) ? NODATA : NXDOMAIN;
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

/** Names that exist only because something below them does: they have no data, but they are not missing (RFC 8020). */
function innerNames(zone: Zone): Set<string> {
  const inner = new Set<string>([""]);
  for (const name of zone.keys()) {
    for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1))
      inner.add(name.slice(dot + 1));
  }
  return inner;
}

/** What the closest existing name above offers to all below it (RFC 4592 section 3.3.1). */
function wildcard(key: string, published: Map<string, Answers>, inner: Set<string>): Answers | null {
  if (inner.has(key)) return null;
  for (let dot = key.indexOf("."); dot >= 0; dot = key.indexOf(".", dot + 1)) {
    const above = key.slice(dot + 1);
    const offered = published.get(`*.${above}`);
    if (offered) return offered;
    if (published.has(above) || inner.has(above)) return null;
  }
  return null;
}
