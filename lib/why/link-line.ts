import { readIp } from "./client-ip";
import { afterQuoted, fieldOf } from "./parameters";

const MOST_JOINS = 20;
const LONGEST = 16_384;
/** A parameter at the start of a text, and one behind a separator; the start of a name, as a fold leaves it. */
const STARTS_PARAMETER = /^(?:amp;)?([a-z][a-z-]{0,15})\s{0,5}=/i;
const HOLDS_PARAMETER = /^[^\s&;]{0,300}[&;](?:amp;)?([a-z][a-z-]{0,15})=/i;
const ENDS_IN_NAME = /[?&;/](?:amp;)?([a-z-]{0,15})$/i;
const ENDS_IN_IP = /[?&;/](?:amp;)?(?:ip|i|ip-address|ipaddr)=([0-9a-f.:]{1,45})$/i;

/** A link taken out of a text: blanks and line breaks that were folded into it are gone; `end` is the index after it. */
export interface LinkLine {
  link: string;
  end: number;
}

/**
 * Takes the link that starts at `from` to its end, over the folds that mail programs put into it. A fold ends the link
 * unless what stands on its two sides belongs together.
 */
export function linkLineAt(text: string, from: number): LinkLine {
  const most = Math.min(text.length, from + LONGEST);
  let end = endOfWord(text, from, most);
  let link = text.slice(from, end);
  for (let joins = 0; joins < MOST_JOINS && end < most; joins++) {
    const next = afterBlanks(text, end, most);
    if (next === most) break;
    const wordEnd = endOfWord(text, next, most);
    const isBreak = /[\r\n]/.test(text.slice(end, next));
    const right = text.slice(next, wordEnd);
    const isAlone = isBreak && isLineEnd(text, wordEnd);
    if (!continues(link, right, isBreak, isAlone)) break;
    link += right;
    end = wordEnd;
  }
  return { link, end };
}

/** Whether a parameter at the end has no value yet. */
function endsInName(link: string): boolean {
  const name = /[?&;/](?:amp;)?([a-z-]{1,16})=$/i.exec(link)?.[1];
  return name !== undefined && fieldOf(name) !== null;
}

function continues(left: string, right: string, isBreak: boolean, isAlone: boolean): boolean {
  const begun = ENDS_IN_NAME.exec(left)?.[1];
  const name = STARTS_PARAMETER.exec(right)?.[1];
  if (begun !== undefined && name !== undefined && fieldOf(begun + name) !== null) return true;
  if (!isBreak) return false;
  if (endsInName(left) || /@$/.test(left)) return true;
  if (begun !== undefined && /^=/.test(right) && fieldOf(begun) !== null) return true;
  if (/%$/.test(left)) return /^[0-9a-f]{2}/i.test(right);
  if (/%[0-9a-f]$/i.test(left)) return /^[0-9a-f]/i.test(right);
  const later = HOLDS_PARAMETER.exec(right)?.[1];
  if (later !== undefined && fieldOf(later) !== null) return true;
  if (/^[.@%][a-z0-9]/i.test(right)) return true;
  return completesIp(left, right, isAlone);
}

/** Whether an address that ends the link is whole only with what the next line begins with. */
function completesIp(left: string, right: string, isAlone: boolean): boolean {
  const begun = ENDS_IN_IP.exec(left)?.[1];
  const rest = /^[0-9a-f.:]{1,45}/i.exec(right)?.[0];
  if (begun === undefined || rest === undefined || readIp(begun + rest).ip === null) return false;
  return isAlone || readIp(begun).ip === null || /^[.:]/.test(rest);
}

function endOfWord(text: string, from: number, most: number): number {
  for (let at = from; at < most; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0) return at;
    if (code === 61) at = Math.min(most, afterQuoted(text, at + 1)) - 1;
  }
  return most;
}

/** Index of the next word; the marks of quoted lines are blanks. */
function afterBlanks(text: string, from: number, most: number): number {
  let at = from;
  let isStart = false;
  for (; at < most; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) isStart = true;
    else if (code > 32 && code !== 0xa0 && !(isStart && (code === 62 || code === 124))) break;
  }
  return at;
}

function isLineEnd(text: string, from: number): boolean {
  return /^[ \t]{0,20}(?:[\r\n]|$)/.test(text.slice(from, from + 22));
}
