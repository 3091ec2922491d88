import { asciiName } from "./idn";
import type { Resolver } from "./resolver";
import { selectRecords } from "./select-record";

/**
 * What a domain publishes as SPF (RFC 7208 section 4.5): one record, several, which are a permerror together, none at an
 * existing name, a name that does not exist, or no answer.
 */
export interface Published {
  status: "one" | "several" | "none" | "nxdomain" | "error";
  /** The record; null unless there is one alone. */
  text: string | null;
  /** All of them. */
  texts: string[];
  /** The strings of each TXT record at the name, SPF or not, and the shortest TTL in seconds; null where none is known. */
  txt: string[][];
  ttl: number | null;
}

/** Looks up what a domain publishes. Never throws. */
export async function lookUpPublished(domain: string, resolver: Resolver): Promise<Published> {
  const nothing = { text: null, texts: [], txt: [], ttl: null };
  const name = asciiName(domain);
  const answer = await Promise.resolve(resolver.resolve(name, "TXT")).catch(() => null);
  if (answer === null || answer.status === "error") return { ...nothing, status: "error" };
  if (answer.status === "void")
    return { ...nothing, status: answer.reason === "nxdomain" ? "nxdomain" : "none" };
  const texts = selectRecords(answer.records);
  const ttls = answer.records.flatMap(({ ttl }) => ttl ?? []);
  return {
    status: texts.length === 0 ? "none" : texts.length === 1 ? "one" : "several",
    text: texts.length === 1 ? texts[0]! : null,
    texts,
    txt: answer.records.flatMap((record) => (record.type === "TXT" ? [record.strings] : [])),
    ttl: ttls.length === 0 ? null : Math.min(...ttls),
  };
}
