import { say } from "../sentence";
import type { AdviceRule } from "./rules";
import { EFFECTS_KO, USES_KO, type Words } from "./words";

/** What is said of records that can be read, in Korean. */
export const ADVICE_KO: Words<AdviceRule> = {
  "version-twice": () =>
    say`레코드 안에 ${"v=spf1"} 표기가 또 있습니다. 두 레코드를 이어 붙인 흔적으로 보이며, 뒤의 표기는 모르는 수식자로 무시됩니다. 하나로 정리하세요.`,
  "mechanism-as-modifier": ({ v }) =>
    say`${v("name")} 뒤에 ${":"} 대신 ${"="} 기호가 있어 모르는 수식자로 무시되므로, 이 항목으로 허용되는 서버가 없습니다. ${v("instead")} 형태로 적으세요.`,
  "modifier-typo": ({ v }) =>
    say`${v("name")} 수식자는 SPF에 없어 무시됩니다. ${v("near")} 표기를 잘못 적은 것이라면 고치세요.`,
  "unknown-modifier": ({ v }) =>
    say`${v("name")} 수식자는 SPF에 정의되어 있지 않아 수신 서버가 무시합니다. 쓰임이 없다면 지우세요.`,
  "name-ends-in-all": ({ written }) =>
    say`도메인 이름이 ${written} 글자로 끝납니다. 공백이 빠져 ${"all"} 메커니즘이 이름에 붙은 것이라면, 앞에 공백을 넣어야 본래 뜻대로 평가됩니다.`,
  "repeated-space": () => say`항목 사이에 공백이 여러 개 있습니다. 동작에는 지장이 없지만 하나면 충분합니다.`,
  "trailing-space": () => say`레코드 끝에 공백이 있습니다. 동작에는 지장이 없지만 지우는 편이 깔끔합니다.`,
  "impossible-target": ({ written, v }) =>
    say`${written} 이름에는 SPF 레코드가 있을 수 없습니다. 점으로 나뉜 각 부분은 한 글자 이상 ${63}자 이하여야 합니다. 평가가 이 ${v("name")} 항목에 이르면 permerror가 되므로 이름을 고치세요.`,
  "empty-label": ({ v }) => [
    "도메인 이름에 점이 연달아 있거나 이름이 점으로 시작합니다. ",
    `DNS에서 조회할 수 없는 이름이므로 ${EFFECTS_KO[v("effect")]}.`,
  ],
  "long-label": ({ v }) => [
    ...say`도메인 이름의 한 부분이 ${v("length")}자입니다. DNS는 ${63}자까지만 허용하므로 `,
    `${EFFECTS_KO[v("effect")]}.`,
  ],
  "long-name": ({ v }) =>
    say`도메인 이름이 ${v("length")}자로 DNS의 한도인 ${253}자를 넘습니다. 수신 서버는 이름의 앞부분을 잘라 내고 조회합니다.`,
  "hyphen-label": ({ written }) =>
    say`${written} 부분이 하이픈으로 시작하거나 끝납니다. 호스트 이름으로는 쓸 수 없는 형태이니 오타가 아닌지 확인하세요.`,
  "odd-domain": ({ written, v }) => [
    ...say`도메인 이름에 ${written} 문자가 있습니다. 문법 오류는 아니지만 이런 이름은 DNS에 거의 없습니다. `,
    `없는 이름이면 ${EFFECTS_KO[v("effect")]}. `,
    written.startsWith("://")
      ? "웹 주소가 아니라 도메인 이름만 적으세요."
      : "두 항목이 붙은 것이 아닌지 확인하세요.",
  ],
  "trailing-dot": () =>
    say`도메인 이름 끝의 점은 필요 없습니다. 뜻은 같지만 일부 도구가 잘못 읽을 수 있습니다.`,
  "no-all": () =>
    say`레코드 끝에 ${"all"} 메커니즘도 ${"redirect="} 수식자도 없습니다. 등록되지 않은 서버가 보낸 메일은 neutral이 되어 사칭을 막지 못하므로, ${"~all"} 또는 ${"-all"} 항목으로 끝내세요.`,
  "plus-all": ({ v }) =>
    say`${v("written")} 항목은 세상 모든 서버의 발송을 허용합니다. 누구나 이 도메인을 사칭할 수 있고 평판도 나빠지므로 ${"~all"} 또는 ${"-all"} 항목으로 바꾸세요.`,
  "neutral-all": ({ v }) =>
    say`${v("written")} 항목은 등록되지 않은 서버에 대해 아무 판단도 하지 않습니다. 발송 서버를 모두 등록했다면 ${"~all"} 또는 ${"-all"} 항목으로 바꾸세요.`,
  "softfail-all": () =>
    say`${"~all"} 항목은 등록되지 않은 서버의 메일을 받되 의심하라는 뜻입니다. 발송 서버가 모두 등록된 것을 확인했다면 ${"-all"} 항목으로 거부를 요청할 수 있지만, 전달된 메일도 거부될 수 있습니다.`,
  "after-all": ({ written, v }) =>
    say`${v("all")} 항목이 모든 주소와 일치하므로 그 뒤의 ${written} 항목은 평가되지 않습니다. 필요한 항목이면 ${v("all")} 앞으로 옮기고, 아니면 지우세요.`,
  "redirect-ignored": ({ v }) =>
    say`${v("all")} 항목이 있으면 ${"redirect="} 수식자는 무시됩니다. 다른 레코드를 따르려면 ${"all"} 메커니즘을 지우고, 아니면 수식자를 지우세요.`,
  "all-twice": ({ v }) =>
    say`${"all"} 메커니즘이 두 번 있습니다. 먼저 나온 ${v("all")} 항목만 적용되므로 하나만 남기세요.`,
  "modifier-order": ({ v }) =>
    say`${v("name")} 수식자가 메커니즘보다 앞에 있습니다. 동작은 같지만 규격은 레코드 끝에 두기를 권합니다.`,
  ptr: () =>
    say`${"ptr"} 메커니즘은 느리고 신뢰할 수 없어 규격이 쓰지 말라고 하며, 일부 수신 서버는 건너뜁니다. ${"ip4"}, ${"ip6"}, ${"a"} 메커니즘으로 바꾸세요.`,
  "macro-p": ({ written }) =>
    say`${written} 매크로는 메일마다 역방향 조회를 일으키며 규격이 쓰지 말라고 합니다. 다른 매크로나 고정된 이름을 쓰세요.`,
  "include-self": () =>
    say`레코드가 자기 도메인을 다시 포함합니다. 평가가 여기에 이르면 조회 한도를 넘어 permerror가 되므로 이 항목을 지우세요.`,
  "redirect-self": () =>
    say`${"redirect="} 수식자가 자기 도메인을 가리킵니다. 평가가 여기에 이르면 조회 한도를 넘어 permerror가 되므로 다른 도메인을 적거나 지우세요.`,
  "include-twice": ({ v }) =>
    say`같은 도메인을 두 번 포함합니다. ${v("wider")} 항목이 이미 판정하므로, 두 번째는 조회 횟수 한도(${10}회)만 축냅니다.`,
  "include-qualifier": ({ v }) =>
    say`${v("qualifier")} 기호는 포함한 레코드가 ‘pass’인 서버에만 적용됩니다. 포함한 레코드의 ‘fail’을 따르겠다는 뜻이 아니며, 대개는 기호 없이 ${"include:"} 형태로 적어야 합니다.`,
  "exp-unused": () =>
    say`이 레코드는 자체적으로 fail을 내지 않으므로 ${"exp="} 문구가 쓰이지 않습니다. ${"-all"} 같은 항목을 두거나 수식자를 지우세요.`,
  "lookups-over": ({ v }) =>
    say`이 레코드에만 DNS 조회가 필요한 항목이 ${v("count")}개 있어 한도인 ${10}회를 넘습니다. 앞에서 일치하지 않은 메일은 permerror가 되므로 항목을 줄이세요.`,
  "lookups-near": ({ v }) =>
    say`이 레코드에만 DNS 조회가 필요한 항목이 ${v("count")}개 있습니다. 포함한 레코드의 조회까지 합쳐 ${10}회를 넘으면 permerror가 되므로 여유를 두세요.`,
  "private-address": ({ written, v }) => [
    ...say`${written} 범위는 `,
    `${USES_KO[v("use")]} 주소입니다. 인터넷의 메일이 이런 주소에서 올 수 없으므로, 메일 서버의 공인 주소를 적으세요.`,
  ],
  "host-bits": ({ v }) =>
    say`주소에 프리픽스 길이를 벗어나는 비트가 있습니다. 실제로 허용되는 범위는 ${v("instead")} 전체이니, 의도한 범위인지 확인하고 그대로 적으세요.`,
  "wide-network": ({ v }) =>
    say`길이가 ${v("length")}인 프리픽스는 매우 넓은 범위(2의 ${v("bits")}제곱 개 주소)를 허용합니다. 범위 안의 누구나 이 도메인으로 보낼 수 있으므로 실제 발송 서버만 남기세요.`,
  "whole-internet": ({ written }) =>
    say`길이 ${written} 범위는 그 종류의 모든 주소를 허용해 ${"+all"} 항목과 다름없습니다. 실제 발송 서버의 주소만 적으세요.`,
  "duplicate-term": ({ written, v }) =>
    say`${written} 항목은 앞의 ${v("wider")} 항목과 같은 것을 다시 묻습니다. 결과가 달라지지 않으므로 지우세요.`,
  covered: ({ written, v }) =>
    say`${written} 항목은 앞의 ${v("wider")} 항목에 이미 들어 있습니다. 결과가 달라지지 않으므로 지워도 됩니다.`,
  conflicting: ({ written, v }) =>
    say`${written} 항목은 앞의 ${v("wider")} 항목에 가려 적용되지 않고, 두 항목의 결과도 서로 다릅니다. 예외로 둔 것이라면 앞으로 옮기세요.`,
  redundant: ({ written, v }) =>
    say`${written} 항목은 뒤의 ${v("wider")} 항목이 같은 결과로 포함하므로 없어도 됩니다.`,
  "default-written": ({ v }) =>
    say`${v("written")} 표기는 기본값이어서 생략해도 뜻이 같습니다. 지우면 레코드가 짧아집니다.`,
  "mapped-address": ({ v }) =>
    say`IPv6로 표기한 IPv4 주소입니다. 수신 서버는 이런 연결을 IPv4로 다루므로 이 항목은 일치하지 않습니다. ${v("instead")} 형태로 적으세요.`,
  "long-string": ({ v }) =>
    say`레코드가 ${v("length")}자입니다. TXT 문자열 하나에는 ${255}자까지만 들어가므로 여러 문자열로 나누어 게시하되, 이어 붙일 때 공백이 사라지지 않게 하세요.`,
  "long-record": ({ v }) =>
    say`레코드가 ${v("length")}자로 권장 한도인 ${450}자를 넘습니다. DNS 응답이 UDP에 담기지 않아 일부 수신 서버가 읽지 못할 수 있으므로 줄이거나 나누세요.`,
};
