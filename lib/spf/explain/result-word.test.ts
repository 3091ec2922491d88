import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SPF_RESULTS } from "../result";
import { LANGUAGES } from "../sentence";
import { resultWord } from "./result-word";

test.each(LANGUAGES)("results mean in %s what the pages say they mean", (language) => {
  const file = join(import.meta.dirname, `../../../app/i18n/texts/${language}.json`);
  const { meanings } = JSON.parse(readFileSync(file, "utf8"));
  for (const result of SPF_RESULTS) expect(resultWord(result, language)).toContain(meanings[result]);
});
