import type { Answer, RecordType } from "@/lib/spf/resolver";
import { joinLookups } from "./join-lookups";
import type { Looked, Lookup } from "./lookup";
import { foldName } from "./wire-name";

/** What a cache may hold. */
export interface CacheLimits {
  entries?: number;
  /** Of memory, as estimated. */
  bytes?: number;
  /** For which an error is remembered. */
  errorSeconds?: number;
}

interface Entry {
  answer: Answer;
  since: number;
  until: number;
  size: number;
}

const DAY = 86_400;
/** What an entry or a record costs besides its characters. */
const OVERHEAD = 200;

/**
 * Remembers outcomes of a lookup for their TTL (a day at most; errors for seconds), what was used last the longest, and
 * asks once where many ask the same at the same time. The TTLs of its records count down. `clock` counts milliseconds.
 */
export function cachedLookup(
  lookup: Lookup,
  { entries = 20_000, bytes = 32 << 20, errorSeconds = 5 }: CacheLimits = {},
  clock = () => performance.now(),
): Lookup {
  const held = new Map<string, Entry>();
  let size = 0;
  const drop = (key: string, entry: Entry) => {
    held.delete(key);
    size -= entry.size;
  };
  const keep = (key: string, { answer, ttl }: Looked) => {
    const seconds = answer.status === "error" ? errorSeconds : Math.min(Math.max(ttl, 0), DAY);
    const since = clock();
    const entry = { answer, since, until: since + seconds * 1000, size: sizeOf(key, answer) };
    const old = held.get(key);
    if (old) drop(key, old);
    if (seconds === 0 || entry.size > bytes) return;
    held.set(key, entry);
    size += entry.size;
    for (const [oldest, its] of held) {
      if (held.size <= entries && size <= bytes) break;
      drop(oldest, its);
    }
  };
  const joined = joinLookups(lookup, keep);
  return (name, type, signal) => {
    const key = keyOf(name, type);
    const entry = held.get(key);
    if (!entry) return joined(key, name, type, signal);
    held.delete(key);
    const now = clock();
    if (entry.until > now) {
      held.set(key, entry);
      return { answer: aged(entry, now), ttl: (entry.until - now) / 1000, queries: 0 };
    }
    size -= entry.size;
    return joined(key, name, type, signal);
  };
}

/** An answer whose records say for how long they still hold (RFC 1035 section 3.2.1), in whole seconds. */
function aged({ answer, since }: Entry, now: number): Answer {
  const seconds = Math.floor((now - since) / 1000);
  if (answer.status !== "found" || seconds === 0) return answer;
  const records = answer.records.map((record) =>
    record.ttl === undefined ? record : { ...record, ttl: Math.max(record.ttl - seconds, 0) },
  );
  return { status: "found", records };
}

function keyOf(name: string, type: RecordType): string {
  return `${type} ${foldName(name)}`;
}

function sizeOf(key: string, answer: Answer): number {
  let size = OVERHEAD + key.length;
  if (answer.status !== "found") return size;
  for (const record of answer.records) {
    size += OVERHEAD;
    if (record.type === "TXT") for (const text of record.strings) size += text.length + 32;
    else size += "host" in record ? record.host.length : record.address.length;
  }
  return size;
}
