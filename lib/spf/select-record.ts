import { isSpfRecord } from "./parse";
import type { DnsRecord } from "./resolver";

/**
 * The records for SPF among a name's TXT records (RFC 7208 section 4.5): the strings of each joined without a space
 * (section 3.3), those that begin with the version. Others, in whatever octets, are none of our business.
 */
export function selectRecords(records: DnsRecord[]): string[] {
  const selected: string[] = [];
  for (const record of records) {
    if (record.type !== "TXT") continue;
    const text = record.strings.length === 1 ? record.strings[0]! : record.strings.join("");
    if (isSpfRecord(text)) selected.push(text);
  }
  return selected;
}
