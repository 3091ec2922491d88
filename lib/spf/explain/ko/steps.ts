import type { StepWords } from "../words";
import { phrase } from "./phrase";

/** What a term did, in Korean. */
export const steps: StepWords = {
  all: () => phrase`all은 모든 서버와 일치합니다.`,
  includePasses: (domain) => phrase`${domain} 레코드의 결과가 pass이므로 include가 일치합니다.`,
  includeDoesNotPass: (domain, result) =>
    phrase`${domain} 레코드의 결과는 ${[result]}입니다. include는 pass일 때만 일치하며, 그 밖의 결과는 가져오지 않습니다.`,
  includeError: (domain, result) =>
    phrase`${domain} 도메인의 검사가 ${[result]}로 끝났습니다. include한 레코드의 오류는 이 레코드의 오류가 됩니다.`,
  includeNone: (domain) =>
    phrase`${domain} 도메인에 SPF 레코드가 없습니다. include 대상에는 SPF 레코드가 있어야 합니다.`,
  redirectNone: (domain) =>
    phrase`${domain} 도메인에 SPF 레코드가 없습니다. redirect 대상에는 SPF 레코드가 있어야 합니다.`,
  noValidatedName: () =>
    phrase`보낸 서버의 역방향 이름 가운데, 해당 도메인에 속하면서 정방향 주소도 보낸 서버와 같은 것이 없습니다.`,
  reasons: {
    "dns-error": () => phrase`DNS에서 답을 얻지 못해 이 항목이 일치하는지 판단할 수 없습니다.`,
    "lookup-limit": () =>
      phrase`DNS 조회가 필요한 11번째 항목입니다. include한 레코드까지 합쳐 검사 한 번에 10개까지만 허용됩니다.`,
    "void-limit": () => phrase`결과가 없는 조회(빈 조회)가 세 번째입니다. 검사 한 번에 2회까지만 허용됩니다.`,
    "mx-limit": () => phrase`MX 호스트가 10개를 넘는 도메인은 mx로 검사할 수 없습니다.`,
    "include-none": () =>
      phrase`include 대상 레코드가 없습니다. include 대상에는 SPF 레코드가 있어야 합니다.`,
    "redirect-none": () =>
      phrase`redirect 대상 레코드가 없습니다. redirect 대상에는 SPF 레코드가 있어야 합니다.`,
  },
  matches: (qualifier, result) =>
    qualifier === ""
      ? phrase`이 항목은 일치합니다. 한정자가 없으므로 결과는 ${[result]}입니다.`
      : phrase`이 항목은 일치합니다. 한정자 ${qualifier} 기호에 따라 결과는 ${[result]}입니다.`,
  doesNotMatch: () => phrase`이 항목은 일치하지 않습니다.`,
  ends: (result) => phrase`검사는 여기서 ${[result]}로 끝납니다.`,
  followed: (domain, result) =>
    phrase`일치한 메커니즘이 없어 ${domain} 레코드를 대신 적용했으며, 그 결과는 ${[result]}입니다.`,
  unreached: () => phrase`이 항목에 이르기 전에 결과가 정해져 평가하지 않았습니다.`,
  unreachedRedirect: () =>
    phrase`앞의 메커니즘에서 결과가 정해졌습니다. redirect는 일치하는 메커니즘이 없을 때만 적용됩니다.`,
  shadow: {
    matches: (result) =>
      phrase`이 항목에 이르기 전에 결과가 정해졌습니다. 여기까지 왔다면 일치했을 것입니다(결과: ${[result]}).`,
    doesNotMatch: () =>
      phrase`이 항목에 이르기 전에 결과가 정해졌습니다. 여기까지 왔더라도 일치하지 않았을 것입니다.`,
    ends: (result) =>
      phrase`이 항목에 이르기 전에 결과가 정해졌습니다. 여기까지 왔다면 검사가 ${[result]}로 끝났을 것입니다.`,
    followed: (domain, result) =>
      phrase`앞의 메커니즘에서 결과가 정해졌습니다. 여기까지 왔다면 ${domain} 레코드를 대신 적용했을 것입니다(결과: ${[result]}).`,
    unreached: () =>
      phrase`이 항목에 이르기 전에 결과가 정해졌습니다. DNS 질의를 더 늘리지 않으려고 가상으로도 평가하지 않았습니다.`,
  },
  lookups: (used, left) => phrase`DNS 조회 ${used}회를 썼으며, 10회 가운데 ${left}회가 남았습니다.`,
  voidLookups: (used, left) =>
    phrase`그중 ${used}회가 빈 조회였으며, 빈 조회는 2회 가운데 ${left}회가 남았습니다.`,
  shadowLookups: (used) => phrase`평가했다면 DNS 조회 ${used}회를 썼을 것입니다.`,
};
