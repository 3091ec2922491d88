import type { PasteChange } from "./paste-change";
import { PasteOwner } from "./paste-owner";
import { readStrings } from "./paste-strings";
import { isFinished, isMoreTerms, joined, withoutSequel } from "./paste-words";

/** A record as it stands in a text, with white space and quotes; `from` and `to` are what of the text it takes. */
export interface FoundRecord {
  text: string;
  from: number;
  to: number;
  domain: string | null;
  isComment: boolean;
  changes: PasteChange[];
}

/** How many records are looked for, and how much before one. */
const MOST = 100;
const HEAD = 300;

const ZONE = /(?:^|[\s"'`])(?:TXT|SPF|TYPE16|TYPE99)[ \t]*(?:\(\s*)?[\\"'`\s]*$/i;
const TOOL = /(?:text\s*=|descriptive text)\s*[\\"]*$/i;

const VERSION = /(?<![a-z0-9_])v=spf1(?![a-z0-9._-])/gi;
/** A version that is mistyped, or that a term is glued to, for the linter to explain. */
const NEAR_VERSION = /(?<![a-z0-9_])v ?[=:] ?spf ?[12]?/gi;

/** Every record that a text has, from its version on, else what was meant as one; nothing is looked at twice. */
export function recordsIn(text: string): FoundRecord[] {
  const records = recordsFrom(text, VERSION);
  return records.length > 0 ? records : recordsFrom(text, NEAR_VERSION);
}

function recordsFrom(text: string, version: RegExp): FoundRecord[] {
  const owner = new PasteOwner();
  const found: FoundRecord[] = [];
  let [line, end] = [0, 0];
  for (const { index } of text.matchAll(version)) {
    if (index < end) continue;
    if (found.length === MOST) break;
    for (let next = text.indexOf("\n", line); next >= 0 && next < index; next = text.indexOf("\n", line)) {
      owner.read(text.slice(line, next));
      line = next + 1;
    }
    const head = text.slice(line, index);
    owner.read(`${head.slice(0, HEAD)} `);
    const record = readRecord(text, index, head.slice(-HEAD));
    found.push({
      ...record,
      domain: owner.before(head.slice(-HEAD)),
      isComment: /^\s*(?:#|\/\/)|(?:^|\s);/.test(head),
    });
    end = record.to;
  }
  return found;
}

type Read = Omit<FoundRecord, "domain" | "isComment">;

function readRecord(text: string, from: number, head: string): Read {
  const before = text.slice(Math.max(0, from - HEAD), from);
  const isZone = ZONE.test(before);
  const about: PasteChange[] = isZone ? ["zone-line"] : TOOL.test(before) ? ["tool-output"] : [];
  const [opening, quote] = /(\\*["'`])\s*$/.exec(head) ?? ["", ""];
  if (about.length === 0 && head.slice(0, head.length - opening.length).trim() !== "")
    about.push("surrounding-text");
  const strings =
    quote === undefined || quote === ""
      ? null
      : readStrings(text, from, { quote, isOpen: /\(\s*["\s]*$/.test(before) });
  if (strings === null) return readLines(text, from, { head, about });
  const { text: whole, changes } = joined(strings.strings);
  if (strings.isEscaped) changes.push("escapes");
  if (strings.strings.length === 1 && (about.length === 0 || about[0] === "surrounding-text"))
    changes.push("quotes");
  return { text: whole, from, to: strings.to, changes: [...about, ...changes] };
}

/** A record without quotes around it: the rest of its line, and the lines that go on with it. */
function readLines(
  text: string,
  from: number,
  { head, about }: { head: string; about: PasteChange[] },
): Read {
  let to = lineEnd(text, from);
  let record = head.trim() === "" ? text.slice(from, to) : sequelless(text.slice(from, to), head, about);
  let isDone = isFinished(record);
  while (!isDone && to < text.length) {
    let next = to;
    while (/\s/.test(text[next] ?? "")) next++;
    const end = lineEnd(text, next);
    const line = text.slice(next, end).replace(/^[>|]\s*/, "");
    const own = about.length > 0 ? line.replace(/\s[;#].*$/, "").replace(/\s{0,99}\)\s{0,99}$/, "") : line;
    if (!isMoreTerms(own.replaceAll('"', "").trim())) break;
    record += `\n${own}`;
    isDone = isFinished(own.replaceAll('"', ""));
    to = end;
  }
  return { text: record, from, to, changes: about };
}

/** What of a line is the record where something else stands before it. */
function sequelless(line: string, head: string, about: PasteChange[]): string {
  const isZone = about.includes("zone-line");
  const record = isZone ? line.replace(/\s;.*$/, "").replace(/\s{0,99}\)\s{0,99}$/, "") : line;
  const closing = { "(": ")", "[": "]", "{": "}", "<": ">" }[head.trimEnd().slice(-1)];
  const close = closing === undefined ? -1 : record.indexOf(closing);
  return withoutSequel(close < 0 ? record : record.slice(0, close));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
