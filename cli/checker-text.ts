import type { Language } from "@/lib/spf/sentence";
import { type CheckerLine, type CheckerName, checkerLines, checkerWords } from "@/lib/why/checker-lines";
import { redirectLines } from "@/lib/why/redirect-lines";

/** The lines for some checkers as `why-url --json` prints them, with those for web servers of old names. */
export function checkerJson(base: string, names: CheckerName[], language: Language): string {
  const checkers = chosen(base, names).map((line) => ({ ...line, ...checkerWords(line.name, language) }));
  return `${JSON.stringify({ url: base, checkers, redirects: redirectLines(base) })}\n`;
}

const WORDS = {
  en: {
    page: "The page:",
    edit: "needs an edit of the program",
    bare: "the link names no sender",
    none: "cannot print links",
    redirects: "For web servers of names that older links hold, if they are yours:",
  },
  ko: {
    page: "안내 페이지:",
    edit: "프로그램을 고쳐야 합니다",
    bare: "링크에 보낸 사람이 들어가지 않습니다",
    none: "링크를 넣을 수 없습니다",
    redirects: "예전 링크에 든 이름을 직접 운영한다면 그 웹 서버에 넣을 내용:",
  },
};

/** The lines for people: for each checker where they go, what they are, and what to mind; without one, redirects too. */
export function checkerText(base: string, names: CheckerName[], language: Language): string {
  const words = WORDS[language];
  const redirects = redirectLines(base).flatMap(({ server, text }) => [`  ${server}`, `    ${text}`]);
  const blocks = [
    [`${words.page} ${base}`],
    ...chosen(base, names).map((line) => block(line, language)),
    ...(names.length > 1 ? [[words.redirects, ...redirects]] : []),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function block({ name, title, way, link, steps }: CheckerLine, language: Language): string[] {
  const words = WORDS[language];
  const { place, notes } = checkerWords(name, language);
  const limits = [...(way === "setting" ? [] : [words[way]]), ...(link === "bare" ? [words.bare] : [])];
  const head = `${title} (--checker ${name})`;
  return [
    limits.length === 0 ? head : `${head}: ${limits.join(", ")}`,
    ...steps.flatMap(({ file, text }) => [
      `  ${file ?? place}`,
      ...text.split("\n").map((line) => `    ${line}`),
    ]),
    ...notes.map((note) => `  - ${note}`),
  ];
}

function chosen(base: string, names: CheckerName[]): CheckerLine[] {
  return checkerLines(base).filter(({ name }) => names.includes(name));
}
