import { parseRecord } from "../parse";
import { selectRecords } from "../select-record";
import { type Zone, zoneResolver } from "../zone.fixture";

/** How many lookups the tree below a name can cost, macros left aside; counted apart from what is tested. */
export function worstCase(zone: Zone, name: string, left = 100): number {
  const answer = zoneResolver(zone).resolve(name, "TXT");
  if ("then" in answer || answer.status !== "found") return 0;
  const texts = selectRecords(answer.records);
  const record = parseRecord(texts[0] ?? "");
  if (texts.length !== 1 || record.problems.length > 0) return 0;
  let cost = 0;
  for (const { text } of record.directives) {
    if (/^.?all$/i.test(text)) return cost;
    if (/^[-~?+]?ip[46]:/i.test(text)) continue;
    cost++;
    const target = /^[-~?+]?include:([^%]+)$/i.exec(text)?.[1];
    if (target && cost < left) cost += worstCase(zone, target.replace(/\.$/, ""), left - cost);
    if (cost >= left) return left;
  }
  if (record.redirect === null) return cost;
  const target = record.redirect.value.text;
  return cost + 1 + (target.includes("%") || cost + 1 >= left ? 0 : worstCase(zone, target, left - cost - 1));
}
