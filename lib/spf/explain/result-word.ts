import type { SpfResult } from "../result";
import type { Language } from "../sentence";

const MEANING: Record<Language, Record<SpfResult, string>> = {
  ko: {
    pass: "발신이 허용된 서버",
    fail: "발신이 허용되지 않은 서버",
    softfail: "발신이 허용되지 않은 것으로 보이는 서버",
    neutral: "도메인이 허용 여부를 밝히지 않음",
    none: "SPF 레코드가 없음",
    temperror: "DNS 조회가 일시적으로 실패함",
    permerror: "SPF 레코드에 오류가 있음",
  },
  en: {
    pass: "the server is allowed to send",
    fail: "the server is not allowed to send",
    softfail: "the server is probably not allowed to send",
    neutral: "the domain takes no side",
    none: "the domain has no SPF record",
    temperror: "DNS did not answer at the time",
    permerror: "the SPF record is broken",
  },
};

/** A result as the pages name it, with what it means: "fail (the server is not allowed to send)". */
export function resultWord(result: SpfResult, language: Language): string {
  const meaning = MEANING[language][result];
  return language === "ko" ? `${result}(${meaning})` : `${result} (${meaning})`;
}
