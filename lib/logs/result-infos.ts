import { endOfComment, endOfQuoted } from "@/lib/mail/quoted";

/** One part of an Authentication-Results field between semicolons. */
export interface ResultInfo {
  /** Words between blanks; a comment that touches a word stands in it as NUL, so that no comment forges a word. */
  tokens: string[];
  /** Text within the brackets; `after` tokens before it; closed unless the field is cut in it. */
  comments: { text: string; after: number; closed: boolean }[];
  /** The field ends with this part, perhaps because it is cut. */
  open: boolean;
}

/** No header of a real server has more parts. */
const MAX_PARTS = 200;

/** Splits the value of an Authentication-Results field (RFC 8601 section 2.2), quoted strings and comments whole. */
export function splitResults(text: string): ResultInfo[] {
  const infos: ResultInfo[] = [];
  for (let at = 0; at >= 0 && infos.length < MAX_PARTS; ) {
    const info: ResultInfo = { tokens: [], comments: [], open: false };
    infos.push(info);
    at = readPart(text, at, info);
  }
  return infos;
}

/** Fills `info` with the part that starts at `from`; gives the index after its semicolon, -1 at the text's end. */
function readPart(text: string, from: number, info: ResultInfo): number {
  let word = "";
  const endWord = (): void => {
    if (word !== "" && word !== "\0") info.tokens.push(word);
    word = "";
  };
  let at = from;
  while (at < text.length && text[at] !== ";") {
    const start = at++;
    if (text[start] === "(") {
      at = readComment(text, start, info, word !== "");
      word += "\0";
    } else if (text[start] === '"') {
      at = endOfQuoted(text, start);
      word += text.slice(start, at);
    } else if (text.charCodeAt(start) <= 32) endWord();
    else word += text[start];
  }
  endWord();
  info.open = at >= text.length;
  return info.open ? -1 : at + 1;
}

function readComment(text: string, start: number, info: ResultInfo, inWord: boolean): number {
  const end = endOfComment(text, start);
  const closed = end > 0;
  const after = info.tokens.length + (inWord ? 1 : 0);
  info.comments.push({ text: text.slice(start + 1, closed ? end - 1 : text.length), after, closed });
  return closed ? end : text.length;
}
