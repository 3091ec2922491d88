import { isSpfRecord, parseRecord } from "../parse";
import { PASTE_CHANGES, type PasteChange } from "./paste-change";
import { plainText } from "./paste-characters";
import { type FoundRecord, recordsIn } from "./paste-records";
import { tidied } from "./paste-words";

export { PASTE_CHANGES, type PasteChange };

/** A record found in a text: `domain` the name that it says it is of, `others` further records that differ from it. */
export interface Pasted {
  domain: string | null;
  record: string;
  others: string[];
  changes: PasteChange[];
}

/** How much of a text is read, in characters, and how often what was found is read again until nothing is left to change. */
const LONGEST = 262_144;
const ROUNDS = 8;
/** What says already that there is more than a record. */
const FRAMES: PasteChange[] = ["surrounding-text", "zone-line", "tool-output"];

/**
 * Finds the SPF record in any text: lines of zones, tools and panels, strings in quotes, characters that only look right.
 * No term is put in, and none that reads as one is left out; text without a record becomes one line.
 */
export function readPasted(text: string): Pasted {
  if (isClean(text)) return { domain: null, record: text, others: [], changes: [] };
  const cut = shortened(text);
  const first = readOnce(cut, cut.length < text.length);
  const changes = new Set(first.changes);
  if (cut.length < text.length) changes.add("cut");
  const settled = [first.record, ...first.others].map((record) => settle(record, changes));
  const [record = "", ...others] = new Set(settled);
  if (others.length > 0) changes.add("several-records");
  return {
    domain: first.domain,
    record,
    others,
    changes: PASTE_CHANGES.filter((change) => changes.has(change)),
  };
}

function isClean(text: string): boolean {
  return isSpfRecord(text) && text.trim() === text && parseRecord(text).problems.length === 0;
}

/** A text up to a space, so that no address or prefix length is cut in two, which would make it another one. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = /\s\S*$/.exec(text.slice(LONGEST - 4_096, LONGEST))?.index;
  return text.slice(0, space === undefined ? LONGEST : LONGEST - 4_096 + space);
}

/** What one reading uncovers, such as an entity inside an entity, is read by the next. */
function settle(record: string, changes: Set<PasteChange>): string {
  let settled = record;
  for (let round = 0; round < ROUNDS && !isClean(settled); round++) {
    const next = readOnce(settled, false);
    for (const change of next.changes) changes.add(change);
    if (next.record === settled) return settled;
    settled = next.record;
  }
  return settled;
}

function readOnce(source: string, isCut: boolean): Pasted {
  const { text, marks } = plainText(source);
  const found = recordsIn(text);
  const main = found.find(({ isComment }) => !isComment) ?? found[0];
  if (!main) {
    const { text: record, changes } = tidied(text);
    return { domain: null, record, others: [], changes: [...changes, ...marks.map(({ change }) => change)] };
  }
  const isNear = ({ at }: { at: number }) => at >= main.from - 1 && at <= main.to;
  const own =
    main.text.includes("\n") || !isClean(main.text) ? tidied(main.text) : { text: main.text, changes: [] };
  const record = isCut && main.to === text.length ? own.text.replace(/ \S*$/, "") : own.text;
  const changes = [...main.changes, ...own.changes, ...marks.filter(isNear).map(({ change }) => change)];
  const isTold = found.length > 1 || main.changes.some((change) => FRAMES.includes(change));
  if (!isTold && isBeside(text, main)) changes.push("surrounding-text");
  return { domain: main.domain, record, others: othersOf(found, main), changes };
}

/** Whether more than quotes and brackets stands beside a record. */
function isBeside(text: string, { from, to }: FoundRecord): boolean {
  return [text.slice(0, from), text.slice(to)].some((part) => /[^\s"'`\\()]/.test(part));
}

function othersOf(found: FoundRecord[], main: FoundRecord): string[] {
  return found.filter((one) => one !== main && !one.isComment).map((one) => tidied(one.text).text);
}
