/** A word of a master file; `quoted` tells `"A"` from A. */
export interface ZoneWord {
  text: string;
  quoted: boolean;
}

/** One entry of a master file, its parentheses already opened out. */
export interface ZoneEntry {
  /** Where it begins, from 1. */
  line: number;
  /** Whether it begins with blank space, and so is about the name before it. */
  indented: boolean;
  words: ZoneWord[];
}

/** A comment, a quoted string, a parenthesis, a line's end, or a word with its escapes (RFC 1035 section 5.1); no longer than what 65,535 octets can be, for the sake of the regular expression's stack. */
const TOKEN =
  /;[^\n]*|"((?:[^"\\\n]|\\[^\n]){0,262140})"|[()]|\n|((?:[^\s;"()\\]|\\[^\n]){1,262140})|[^\S\n]+/y;

/** Cuts a master file (RFC 1035 section 5.1) into entries; a text in place of them says what is wrong, and on which line. */
export function zoneEntries(text: string): ZoneEntry[] | { line: number; problem: string } {
  const entries: ZoneEntry[] = [];
  const source = `${text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")}\n`;
  let entry: ZoneEntry = { line: 1, indented: false, words: [] };
  let [line, opened] = [1, 0];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < source.length; ) {
    const at = TOKEN.lastIndex;
    const [token, quoted, word] = TOKEN.exec(source) ?? [];
    if (token === undefined)
      return {
        line,
        problem:
          source[at] === '"'
            ? "a quote that is not closed, or holds more than a record can"
            : "a backslash before nothing, or a word longer than a record",
      };
    if (quoted !== undefined) entry.words.push({ text: unescaped(quoted), quoted: true });
    else if (word !== undefined) entry.words.push({ text: word, quoted: false });
    else if (token === "(") opened = opened === 0 ? line : opened;
    else if (token === ")") {
      if (opened === 0) return { line, problem: "a ) without its (" };
      opened = 0;
    } else if (token === "\n") {
      line++;
      if (opened > 0) continue;
      if (entry.words.length > 0) entries.push(entry);
      entry = { line, indented: /[^\S\n]/.test(source[TOKEN.lastIndex] ?? ""), words: [] };
    }
    if (line === 1 && entry.words.length === 0 && /^\s/.test(token)) entry.indented = true;
  }
  return opened > 0 ? { line: opened, problem: "a ( that is not closed" } : entries;
}

/** `\DDD` and `\X` as the octets they stand for. */
export function unescaped(text: string): string {
  return text.replace(/\\(\d{3}|.)/gs, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number(code) & 255) : code,
  );
}
