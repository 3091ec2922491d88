/** The length of strings is bounded for the sake of the regular expression's stack. */
const TOKEN =
  /[[\]{}:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})){0,1000000}"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

type Expected = "a value" | 'a value or "]"' | 'a key or "}"' | "a key" | '":"' | '"," or the end';

/** Where text stops being JSON, as an offset, and what was expected there; JSON.parse of Node 20 tells neither for sure. */
export function jsonFault(text: string): { at: number; expected: Expected } {
  const open: string[] = [];
  let expected: Expected = "a value";
  for (let at = 0; ; ) {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = TOKEN.lastIndex = SPACE.lastIndex;
    const token = TOKEN.exec(text)?.[0];
    const next: Expected | null = token === undefined ? null : after(token, expected, open);
    if (next === null) return { at, expected };
    at += token!.length;
    expected = next;
  }
}

/** What may follow a token, given what could stand there; null where the token could not. Keeps count of what is open. */
function after(token: string, expected: Expected, open: string[]): Expected | null {
  if (expected === '":"') return token === ":" ? "a value" : null;
  if (expected === "a key" || expected === 'a key or "}"') {
    if (token.startsWith('"')) return '":"';
    return token === "}" && expected === 'a key or "}"' ? close(open) : null;
  }
  if (expected === '"," or the end') {
    const innermost = open.at(-1);
    if (token === "," && innermost !== undefined) return innermost === "{" ? "a key" : "a value";
    return (token === "]" && innermost === "[") || (token === "}" && innermost === "{") ? close(open) : null;
  }
  if (token === "]") return expected === 'a value or "]"' ? close(open) : null;
  if (token === "[" || token === "{") {
    open.push(token);
    return token === "[" ? 'a value or "]"' : 'a key or "}"';
  }
  return /^[}:,]/.test(token) ? null : '"," or the end';
}

function close(open: string[]): Expected {
  open.pop();
  return '"," or the end';
}
