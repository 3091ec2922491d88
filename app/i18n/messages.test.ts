import { parse } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { localeFor } from "./locale";
import { TEXTS } from "./texts/all";

const { ko, en } = TEXTS;

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}

/** The names a message takes, also inside its plurals. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  JSON.stringify(parse(message, { ignoreTag: true }), (_, value) => {
    if (value && typeof value === "object" && [1, 2, 3, 4, 5, 6].includes(value.type)) names.add(value.value);
    return value;
  });
  return [...names].sort();
}

describe("messages", () => {
  const english = Object.fromEntries(flat(en));

  test("have the same keys in both languages", () => {
    expect(flat(ko).map(([key]) => key)).toEqual(Object.keys(english));
  });

  test.each(flat(ko))("%s takes the same arguments in both languages", (key, korean) => {
    expect(argumentsOf(english[key]!)).toEqual(argumentsOf(korean));
  });
});

describe("the language", () => {
  test.each([
    [undefined, null, "ko"],
    [undefined, "", "ko"],
    [undefined, "fr-FR,fr;q=0.9", "ko"],
    [undefined, "en-US,en;q=0.9,ko;q=0.8", "en"],
    [undefined, "ko-KR,ko;q=0.9,en;q=0.8", "ko"],
    [undefined, "en;q=0.3, ko;q=0.7", "ko"],
    [undefined, "ko;q=0, en;q=0.1", "en"],
    [undefined, "en;q=x", "ko"],
    ["en", "ko", "en"],
    ["xx", "en", "en"],
  ])("for cookie %s and Accept-Language %s is %s", (cookie, accepted, locale) => {
    expect(localeFor(cookie, accepted)).toBe(locale);
  });
});
