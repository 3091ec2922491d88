/**
 * A letter that can pass for an ASCII one: any of an alphabet that is not written together with Latin letters in names
 * (Unicode TS 39 section 5.2 lets Chinese, Japanese and Korean be), and Latin ones of phonetic script.
 */
const FOREIGN =
  /[\u0131\u0237\u0250-\u02af]|(?=\p{L})[^\p{Script=Latin}\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\uac00-\ud7a3]/u;

/** The first label of a domain that mixes ASCII letters with one that can pass for such, and that letter. */
export function lookAlike(domain: string): { label: string; letter: string } | null {
  for (const label of domain.split(".")) {
    const letter = /[a-z]/i.test(label) ? FOREIGN.exec(label)?.[0] : undefined;
    if (letter !== undefined) return { label, letter };
  }
  return null;
}
