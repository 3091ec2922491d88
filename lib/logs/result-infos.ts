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

/** Splits the value of an Authentication-Results field (RFC 8601 section 2.2), quoted strings and comments whole. */
export function splitResults(text: string): ResultInfo[] {
  const infos: ResultInfo[] = [{ tokens: [], comments: [], open: false }];
  let word = "";
  let at = 0;
  const endWord = (): void => {
    if (word !== "" && word !== "\0") infos.at(-1)!.tokens.push(word);
    word = "";
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const start = at;
    at++;
    if (code === 59) {
      endWord();
      infos.push({ tokens: [], comments: [], open: false });
    } else if (code === 40) {
      const end = endOfComment(text, start);
      const closed = end > 0;
      at = closed ? end : text.length;
      const after = infos.at(-1)!.tokens.length + (word === "" ? 0 : 1);
      infos.at(-1)!.comments.push({ text: text.slice(start + 1, closed ? end - 1 : at), after, closed });
      word += "\0";
    } else if (code === 34) {
      at = endOfQuoted(text, start);
      word += text.slice(start, at);
    } else if (code <= 32) endWord();
    else word += text[start];
  }
  endWord();
  infos.at(-1)!.open = true;
  return infos;
}
