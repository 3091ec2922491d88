import type { Answer, Resolver } from "@/lib/spf/resolver";
import { foldName } from "./wire-name";
import { nameOf, stringsOf } from "./zone-text";

/**
 * Answers as if these texts were what is published as TXT at these names ([] for none), and everything else as it is.
 * Names that cannot exist are passed over.
 */
export function overlayResolver(
  below: Resolver,
  texts: Iterable<[name: string, records: string[]]>,
): Resolver {
  const replaced = new Map<string, Answer>();
  for (const [name, records] of texts) {
    const key = nameOf(name);
    if (key !== null) replaced.set(foldName(key), txtAnswer(records));
  }
  return {
    resolve(name, type) {
      const own = type === "TXT" ? replaced.get(foldName(name)) : undefined;
      return own ?? below.resolve(name, type);
    },
  };
}

function txtAnswer(records: string[]): Answer {
  if (records.length === 0) return { status: "void", reason: "nodata" };
  return { status: "found", records: records.map((text) => ({ type: "TXT", strings: stringsOf(text) })) };
}
