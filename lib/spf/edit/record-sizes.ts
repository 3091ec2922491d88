import { answerSize, LONGEST_ANSWER, LONGEST_RECORD, LONGEST_STRING } from "../answer-size";
import { splitStrings } from "../draft/zone-lines";
import { asciiDomain } from "../idn";
import { isSpfRecord } from "../parse";

/** Octets against what they should not exceed; "near" beyond nine tenths of it. */
export interface Size {
  octets: number;
  limit: number;
  state: "ok" | "near" | "over";
}

/** A string that a record is published in; one of several is as full as it can be, which is "ok". */
export interface StringSize extends Size {
  text: string;
}

/**
 * What a record takes: as a whole, the strings it is published in, and the estimated answer with all TXT records at its
 * name; null where the name is not known. `isEstimate` where the other records are not known, and are not counted.
 */
export interface RecordSizes {
  record: Size;
  strings: StringSize[];
  answer: (Size & { isEstimate: boolean }) | null;
}

/**
 * The sizes of a record; `published` are the TXT records at the domain today, each as its strings, null if not known. The
 * record takes the place of those for SPF.
 */
export function recordSizes(
  text: string,
  { domain, published }: { domain: string | null; published: readonly string[][] | null },
): RecordSizes {
  const octets = octetsOf(text);
  const strings = splitStrings(octets);
  const others = (published ?? []).filter((own) => !isSpfRecord(own.join("")));
  const records = [strings, ...others.map((own) => own.map(octetsOf))];
  return {
    record: sized(octets.length, LONGEST_RECORD),
    strings: strings.map((string) => {
      const size = sized(string.length, LONGEST_STRING);
      return { ...size, state: strings.length > 1 ? "ok" : size.state, text: string };
    }),
    answer:
      domain === null
        ? null
        : {
            ...sized(answerSize(asciiDomain(domain), records), LONGEST_ANSWER),
            isEstimate: published === null,
          },
  };
}

function sized(octets: number, limit: number): Size {
  return { octets, limit, state: octets > limit ? "over" : octets > limit * 0.9 ? "near" : "ok" };
}

/** A text as its octets of UTF-8, one character each; octets as DNS gives them stay as they are. */
function octetsOf(text: string): string {
  if (!/[^\x00-\x7f]/.test(text) || isOctets(text)) return text;
  let octets = "";
  for (const octet of new TextEncoder().encode(text)) octets += String.fromCharCode(octet);
  return octets;
}

/** Whether a text of characters up to U+00FF is the octets of a text in UTF-8. */
function isOctets(text: string): boolean {
  if (/[^\x00-\xff]/.test(text)) return false;
  try {
    const octets = Uint8Array.from(text, (octet) => octet.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(octets) !== text;
  } catch {
    return false;
  }
}
