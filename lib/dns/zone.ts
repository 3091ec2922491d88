import type { DnsRecord } from "@/lib/spf/resolver";
import { foldName } from "./wire-name";

/** What is published at a name. */
export interface ZoneName {
  records: DnsRecord[];
  /** Where a CNAME points; null where there is none. */
  alias: string | null;
  /** Whether questions for types that have no record here get no answer. */
  timeout: boolean;
}

/** All that is published, by name as foldName writes it; "*.example.org" stands for all below example.org that has nothing of its own (RFC 4592). */
export type Zone = Map<string, ZoneName>;

/** Where a zone's text cannot be read, and why: `at` is a field (`"example.org".MX[1]`) or a place (`line 3`). */
export interface ZoneProblem {
  at: string;
  problem: string;
}

/** A zone that was read, with what it held that SPF never asks for and was left out; or the first thing wrong with it. */
export type ReadZone = { zone: Zone; skipped: ZoneProblem[] } | ZoneProblem;

/** The entry of a name, made where there is none yet. */
export function zoneName(zone: Zone, name: string): ZoneName {
  const key = foldName(name);
  const entry = zone.get(key) ?? { records: [], alias: null, timeout: false };
  zone.set(key, entry);
  return entry;
}
