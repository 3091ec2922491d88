import type { RecordWords } from "../words";
import { phrase, trouble } from "./phrase";

/** What was found at a domain, in Korean. */
export const records: RecordWords = {
  included: (domain) => phrase`include에 따라 ${domain} 레코드를 확인합니다. 결과가 pass인지만 반영됩니다.`,
  redirected: (domain) => phrase`redirect에 따라 ${domain} 레코드를 확인합니다. 그 결과가 그대로 적용됩니다.`,
  found: (domain, text) => phrase`${domain} 도메인의 SPF 레코드: ${text}`,
  badDomain: (domain) =>
    phrase`${domain} 값은 레이블이 둘 이상인 올바른 도메인 이름이 아니므로 SPF 레코드가 있을 수 없습니다.`,
  noName: (domain) => phrase`DNS에 ${domain} 이름이 없어 SPF 레코드도 없습니다.`,
  noText: (domain) => phrase`${domain} 도메인에 TXT 레코드가 없어 SPF 레코드도 없습니다.`,
  noAnswer: (domain, reason) =>
    phrase`${domain} 도메인의 TXT 레코드를 조회했지만 DNS에서 답을 얻지 못해(${trouble(reason)}) SPF 레코드를 알 수 없습니다.`,
  notAsked: (domain) =>
    phrase`DNS 질의를 더 늘리지 않으려고 ${domain} 도메인의 SPF 레코드는 조회하지 않았습니다.`,
  noneIsSpf: (domain, number) =>
    phrase`${domain} 도메인의 TXT 레코드 ${number}개 가운데 v=spf1로 시작하는 것이 없습니다.`,
  several: (domain, number) =>
    phrase`${domain} 도메인에 SPF 레코드가 ${number}개 있습니다. 하나만 허용되므로 결과는 permerror입니다.`,
  voidLimit: () =>
    phrase`결과가 없는 조회(빈 조회)가 세 번째입니다. 2회까지만 허용되므로 결과는 permerror입니다.`,
  broken: (problems) =>
    phrase`이 레코드에는 문법 오류가 ${problems}개 있습니다. 한 곳이라도 틀리면 평가를 시작하지 않고 전체가 permerror가 됩니다.`,
  matched: (term, result) => phrase`${term} 항목이 일치하여 이 레코드의 결과는 ${[result]}입니다.`,
  ended: (term, result) => phrase`${term} 항목에서 이 레코드의 검사가 ${[result]}로 끝났습니다.`,
  followed: (term, result) =>
    phrase`일치한 메커니즘이 없어 ${term} 항목을 따랐으며, 결과는 ${[result]}입니다.`,
  neutral: () => phrase`일치한 항목이 없고 적용할 redirect도 없으므로 이 레코드의 결과는 neutral입니다.`,
};
