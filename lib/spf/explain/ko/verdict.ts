import type { Part } from "../../sentence";
import type { VerdictScene, VerdictWords } from "../words";
import { phrase } from "./phrase";

/** The verdict, in Korean. */
export const verdict: VerdictWords = {
  matched: {
    pass: (scene) =>
      phrase`pass: ${scene.ip} 서버는 ${scene.domain} 도메인의 메일을 보낼 수 있습니다(${place(scene)}).`,
    fail: (scene) =>
      phrase`fail: ${scene.ip} 서버는 ${scene.domain} 도메인의 메일을 보낼 수 없습니다(${place(scene)}).`,
    softfail: (scene) =>
      phrase`softfail: ${scene.ip} 서버는 ${scene.domain} 도메인의 메일을 보낼 수 없는 것으로 보입니다(${place(scene)}).`,
    neutral: (scene) =>
      phrase`neutral: ${scene.domain} 도메인은 ${scene.ip} 서버의 허용 여부를 밝히지 않습니다(${place(scene)}).`,
    none: (scene) =>
      phrase`none: ${scene.domain} 도메인에서 ${scene.ip} 서버에 관한 내용을 찾지 못했습니다(${place(scene)}).`,
    temperror: (scene) =>
      phrase`temperror: ${scene.domain} 도메인에서 ${scene.ip} 서버를 일시적으로 확인하지 못했습니다(${place(scene)}).`,
    permerror: (scene) => phrase`${permerror(scene)}(${place(scene)}).`,
  },
  reasons: {
    "no-match": (scene) =>
      phrase`neutral: ${scene.domain} 도메인은 ${scene.ip} 서버의 허용 여부를 밝히지 않습니다. ${place(scene)}에 일치하는 항목이 없습니다.`,
    "bad-ip": ({ ip }) => phrase`none: ${ip} 값은 IP 주소가 아니므로 검사하지 않았습니다.`,
    "bad-domain": ({ ip, domain }) =>
      phrase`none: ${domain} 값은 레이블이 둘 이상인 올바른 도메인 이름이 아니므로 ${ip} 서버를 검사할 수 없습니다.`,
    "no-record": ({ ip, domain }) =>
      phrase`none: ${domain} 도메인에 SPF 레코드가 없어 ${ip} 서버의 허용 여부를 알 수 없습니다.`,
    "several-records": (scene) =>
      phrase`${permerror(scene)}. ${scene.at} 도메인에 SPF 레코드가 둘 이상 있습니다.`,
    syntax: (scene) => phrase`${permerror(scene)}. ${place(scene)}에 문법 오류가 있습니다.`,
    "dns-error": (scene) =>
      phrase`temperror: ${scene.domain} 도메인에서 ${scene.ip} 서버를 일시적으로 확인하지 못했습니다. DNS에서 답을 얻지 못했습니다(${place(scene)}).`,
    "lookup-limit": (scene) =>
      phrase`${permerror(scene)}. DNS 조회가 필요한 항목이 10개를 넘습니다(${place(scene)}에서 한도 도달).`,
    "void-limit": (scene) =>
      phrase`${permerror(scene)}. 결과가 없는 조회(빈 조회)가 2회를 넘습니다(${place(scene)}에서 한도 초과).`,
    "mx-limit": (scene) => phrase`${permerror(scene)}. MX 호스트가 10개를 넘습니다(${place(scene)}).`,
    "include-none": (scene) =>
      phrase`${permerror(scene)}. include 대상에 SPF 레코드가 없습니다(${place(scene)}).`,
    "redirect-none": (scene) =>
      phrase`${permerror(scene)}. redirect 대상에 SPF 레코드가 없습니다(${place(scene)}).`,
  },
  path: (at, terms) => phrase`${at} 레코드에 이른 경로: ${terms.flatMap(then)}`,
  included: (include, term, at) =>
    phrase`${at} 레코드의 ${term} 항목에서 pass가 나와 ${include} 항목이 일치했습니다.`,
  budget: (lookups, voidLookups) =>
    phrase`DNS 조회는 ${lookups}회(한도 10회), 그중 빈 조회는 ${voidLookups}회(한도 2회)였습니다.`,
  noExplanation: (at) => phrase`${at} 도메인은 따로 설명문(exp)을 두지 않았습니다.`,
  explanation: {
    given: (text) => phrase`도메인이 공개한 설명문: ${text}`,
    "invalid-target": (spec) =>
      phrase`도메인의 설명문을 얻지 못했습니다. ${spec} 표기에서 나온 이름은 DNS에서 조회할 수 없습니다.`,
    "dns-error": (spec) =>
      phrase`도메인의 설명문을 얻지 못했습니다. ${spec} 위치를 조회했지만 DNS에서 답을 얻지 못했습니다.`,
    "no-record": (spec) =>
      phrase`도메인이 설명문의 위치를 ${spec} 값으로 지정했지만 그곳에 TXT 레코드가 없습니다.`,
    "several-records": (spec) =>
      phrase`도메인의 설명문을 쓰지 않았습니다. ${spec} 위치에 TXT 레코드가 둘 이상 있습니다.`,
    syntax: (spec) => phrase`도메인의 설명문을 쓰지 않았습니다. ${spec} 위치의 문구에 문법 오류가 있습니다.`,
    "not-ascii": (spec) =>
      phrase`도메인의 설명문을 쓰지 않았습니다. ${spec} 위치의 문구에 ASCII가 아닌 문자가 들어갑니다.`,
  },
};

function place({ at, term }: VerdictScene): Part[] {
  return term === null ? phrase`${at} 레코드` : phrase`${at} 레코드의 ${term} 항목`;
}

function permerror({ ip, domain }: VerdictScene): Part[] {
  return phrase`permerror: ${domain} 도메인에서 ${ip} 서버의 허용 여부를 판단할 수 없습니다`;
}

function then(term: string, index: number): Part[] {
  return phrase`${[index === 0 ? "" : " → "]}${term}`;
}
