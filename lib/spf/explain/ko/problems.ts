import type { ProblemWords } from "../words";
import { phrase } from "./phrase";

/** What is wrong with a record's text, in Korean. */
export const problems: ProblemWords = {
  version: ({ offending }) =>
    phrase`레코드가 ${offending} 문자열로 시작합니다. SPF 레코드는 v=spf1과 공백으로 시작해야 합니다.`,
  "illegal-character": ({ offending }) =>
    phrase`${offending} 문자는 쓸 수 없습니다. 레코드에는 출력 가능한 ASCII 문자와 공백만 쓸 수 있습니다.`,
  "unknown-mechanism": ({ offending }) =>
    phrase`${offending} 메커니즘은 없습니다. 쓸 수 있는 메커니즘은 all, include, a, mx, ptr, ip4, ip6, exists입니다.`,
  "modifier-as-mechanism": ({ offending }) =>
    phrase`${offending} 항목은 수식자(modifier)입니다. 이름 바로 뒤에 “=”를 붙여 씁니다.`,
  "modifier-name": ({ offending }) =>
    phrase`${offending} 부분은 수식자(modifier) 이름으로 쓸 수 없습니다. 이름은 영문자로 시작하고 영문자, 숫자, “-”, “_”, “.”로 이루어집니다.`,
  "modifier-with-qualifier": ({ offending, term }) =>
    phrase`${term} 항목 앞에 ${offending} 기호가 있습니다. 수식자(modifier)에는 한정자를 붙일 수 없습니다.`,
  "modifier-twice": ({ offending }) =>
    phrase`${offending} 항목이 중복되었습니다. redirect와 exp는 각각 한 번만 쓸 수 있습니다.`,
  "missing-argument": ({ offending }) =>
    phrase`${offending} 항목에 값이 없습니다. “:” 뒤에 값을 써야 합니다.`,
  "argument-not-allowed": ({ offending, term }) =>
    phrase`${term} 항목 끝에 ${offending} 부분이 붙어 있습니다. all에는 값을 붙일 수 없습니다.`,
  "cidr-not-allowed": ({ offending, term }) =>
    phrase`${term} 항목 끝에 ${offending} 부분이 붙어 있습니다. 프리픽스 길이는 a, mx, ip4, ip6에만 쓸 수 있습니다.`,
  "cidr-syntax": ({ offending, term }) =>
    phrase`${term} 항목의 ${offending} 부분은 프리픽스 길이가 아닙니다. “/” 뒤에 0으로 시작하지 않는 숫자를 쓰며, a와 mx의 IPv6용 길이는 “//” 뒤에 씁니다.`,
  "cidr-range": ({ offending, longestPrefix }) =>
    phrase`${offending} 프리픽스는 너무 깁니다. ${longestPrefix}비트까지 쓸 수 있습니다.`,
  "bad-ip4": ({ offending }) =>
    phrase`${offending} 값은 IPv4 주소가 아닙니다. 0에서 255까지의 숫자 네 개를 앞자리 0 없이 점으로 이어 씁니다.`,
  "bad-ip6": ({ offending }) => phrase`${offending} 값은 IPv6 주소가 아닙니다.`,
  "empty-domain": ({ term }) => phrase`${term} 항목 끝에 도메인 이름이 빠져 있습니다.`,
  "single-label": ({ offending }) =>
    phrase`${offending} 이름에는 레이블이 하나뿐입니다. 도메인 이름은 레이블이 둘 이상이어야 합니다.`,
  "numeric-toplabel": ({ offending }) =>
    phrase`도메인 이름의 마지막 레이블 ${offending} 부분이 숫자뿐입니다. IP 주소라면 ip4로 써야 합니다.`,
  "bad-toplabel": ({ offending }) =>
    phrase`도메인 이름의 끝에 ${offending} 부분을 쓸 수 없습니다. 마지막 레이블은 영문자, 숫자, 하이픈으로 이루어지며 하이픈으로 시작하거나 끝나지 않습니다.`,
  "macro-percent": ({ offending, term }) =>
    phrase`${term} 항목의 ${offending} 기호 뒤에 매크로가 없습니다. 퍼센트 기호 자체는 %%로 씁니다.`,
  "macro-unclosed": ({ offending }) => phrase`${offending} 매크로에 닫는 중괄호가 없습니다.`,
  "macro-letter": ({ offending }) =>
    phrase`${offending} 매크로는 없습니다. 쓸 수 있는 글자는 s, l, o, d, i, p, v, h입니다.`,
  "macro-zero": ({ offending }) => phrase`${offending} 매크로의 숫자가 0입니다. 1 이상이어야 합니다.`,
  "macro-transformer": ({ offending }) =>
    phrase`${offending} 매크로의 형식이 틀렸습니다. 글자 뒤에는 숫자, r, 구분자(. - + , / _ =)만 순서대로 쓸 수 있습니다.`,
  "macro-exp-only": ({ offending }) =>
    phrase`${offending} 매크로는 설명문(exp)의 본문에서만 쓸 수 있고 레코드에는 쓸 수 없습니다.`,
};
