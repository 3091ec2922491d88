import { networkText } from "../address";
import type { Directive, SpfRecord } from "../record";
import { type Finding, found } from "./finding";
import { removal } from "./problem-rules";

interface Placed {
  term: Directive;
  index: number;
  /** Counts up where terms of other qualifiers or mechanisms stand between: within one run, the order means nothing. */
  run: number;
}

/**
 * Networks of one record that lie in others (RFC 7208 section 4.6.2: the first match decides): behind a wider one they
 * never decide; before a wider one of the same result they are superfluous. `end` is the index of the first `all`.
 */
export function overlaps(record: SpfRecord, end: number): Finding[] {
  const placed = placedNetworks(record, end);
  const first = new Map<string, Placed>();
  const lengths = { ip4: new Set<number>(), ip6: new Set<number>() };
  for (const place of placed) {
    const { name, network } = networkOf(place);
    lengths[name].add(network.length);
    if (!first.has(network.text)) first.set(network.text, place);
  }
  const sorted = { ip4: ascending(lengths.ip4), ip6: ascending(lengths.ip6) };
  return placed.flatMap((place) => {
    const { name, network } = networkOf(place);
    for (const length of sorted[name]) {
      if (length >= network.length) break;
      const wider = first.get(networkText(network.address, length));
      if (wider) return overlap(record, place, wider);
    }
    return [];
  });
}

function placedNetworks({ terms }: SpfRecord, end: number): Placed[] {
  const placed: Placed[] = [];
  let run = 0;
  let last = "";
  for (const [index, term] of terms.slice(0, end).entries()) {
    if (term.kind !== "directive") continue;
    const isNetwork = "network" in term.mechanism;
    const kind = isNetwork ? term.qualifier : "other";
    if (kind !== last || !isNetwork) run++;
    last = kind;
    if (isNetwork) placed.push({ term, index, run });
  }
  return placed;
}

function networkOf({ term: { mechanism } }: Placed) {
  if (!("network" in mechanism)) throw new Error("only networks are placed");
  return mechanism;
}

function ascending(lengths: Set<number>): number[] {
  return [...lengths].sort((a, b) => a - b);
}

function overlap(record: SpfRecord, place: Placed, wider: Placed): Finding[] {
  const { term, index } = place;
  const values = { wider: wider.term.text };
  const isSame = term.qualifier === wider.term.qualifier;
  const fix = removal(record, index);
  if (wider.index < index)
    return [isSame ? found("covered", term, values, fix) : found("conflicting", term, values)];
  // One before a wider one of another result is an exception, and meant so.
  return isSame ? [found("redundant", term, values, wider.run === place.run ? fix : null)] : [];
}
