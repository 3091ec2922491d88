import { say } from "../sentence";
import type { SyntaxRule } from "./rules";
import type { Words } from "./words";

/** What is said of texts that cannot be read as a record, in Korean. */
export const SYNTAX_KO: Words<SyntaxRule> = {
  "version-missing": () =>
    say`SPF 레코드는 ${"v=spf1"} 다음에 공백이 와야 합니다. 이렇게 시작하지 않는 TXT 레코드는 SPF 레코드로 취급되지 않으므로 도메인에 SPF가 없는 것과 같습니다.`,
  "version-typo": ({ written }) =>
    say`${written} 부분은 SPF 버전 표기가 아닙니다. ${"v=spf1"} 그대로 적어야 수신 서버가 SPF 레코드로 인식합니다.`,
  "version-glued": () =>
    say`${"v=spf1"} 바로 뒤에 공백이 없어 SPF 레코드로 인식되지 않습니다. 버전과 다음 항목 사이에 공백을 하나 넣으세요.`,
  "leading-space": () =>
    say`레코드 맨 앞에 공백이 있어 SPF 레코드로 인식되지 않습니다. 앞의 공백을 지우고 ${"v=spf1"} 표기로 시작하게 하세요.`,
  "sender-id": () =>
    say`${"spf2.0"} 레코드는 폐기된 Sender ID 규격으로, SPF를 확인하는 서버는 읽지 않습니다. 이 레코드는 삭제하고 ${"v=spf1"} 레코드를 게시하세요.`,
  "no-break-space": ({ v }) =>
    say`일반 공백이 아닌 특수 공백(${v("points")})이 들어 있습니다. 웹 문서에서 복사할 때 흔히 섞이며 레코드 전체가 오류가 됩니다. 일반 공백으로 바꾸세요.`,
  "white-space": () =>
    say`탭이나 줄바꿈이 들어 있습니다. 항목은 일반 공백으로만 구분되므로 이대로는 레코드 전체가 오류가 됩니다. 공백으로 바꾸세요.`,
  "invisible-character": ({ v }) =>
    say`눈에 보이지 않는 문자(${v("points")})가 들어 있어 레코드 전체가 오류가 됩니다. 이 문자를 지우세요.`,
  "pasted-dash": ({ v }) =>
    say`하이픈처럼 보이지만 다른 문자(${v("points")})입니다. 문서 편집기가 자동으로 바꾼 경우가 많습니다. 키보드의 ${"-"} 문자로 바꾸세요.`,
  "pasted-tilde": ({ v }) =>
    say`물결표처럼 보이지만 다른 문자(${v("points")})입니다. 키보드의 ${"~"} 문자로 바꾸지 않으면 레코드 전체가 오류가 됩니다.`,
  "pasted-quote": ({ v }) =>
    say`둥근따옴표(${v("points")})가 들어 있습니다. SPF 레코드에는 따옴표를 쓰지 않으므로 지우세요.`,
  "full-width": ({ v }) =>
    say`전각 문자(${v("points")})가 들어 있어 레코드 전체가 오류가 됩니다. 반각 문자로 다시 입력하세요.`,
  "unicode-domain": ({ v }) =>
    say`한글 등 ASCII가 아닌 문자의 도메인은 레코드에 그대로 적을 수 없습니다. DNS에서 쓰는 형태인 ${v("instead")} 이름을 적으세요.`,
  "look-alike": ({ v }) =>
    say`${v("label")} 이름에 영문자와 똑같아 보일 수 있는 다른 문자 체계의 글자 ${v("letter")}(${v("points")})가 섞여 있습니다. 이대로 변환하면 다른 사람의 것일 수도 있는 별개의 도메인이 되므로 이름을 다시 입력하세요.`,
  "illegal-character": ({ v }) =>
    say`레코드에 쓸 수 없는 문자(${v("points")})가 들어 있습니다. SPF 레코드에는 ASCII 문자와 공백만 쓸 수 있으며, 하나라도 섞이면 레코드 전체가 오류가 됩니다.`,
  quotes: () =>
    say`따옴표가 레코드 내용에 들어갔습니다. 따옴표는 존 파일에서 문자열을 감싸는 기호일 뿐이므로, DNS 관리 화면에는 따옴표 없이 입력하세요.`,
  "stray-punctuation": ({ written }) =>
    say`${written} 기호는 SPF에서 쓰이지 않습니다. 항목은 공백으로만 구분하므로, 이 기호를 지우거나 공백으로 바꾸세요.`,
  "trailing-text": ({ written }) =>
    say`레코드 끝에 SPF 항목이 아닌 ${written} 글자가 있습니다. 평가되지 않는 자리라도 문법 오류는 레코드 전체를 무효로 만들므로 지우세요.`,
  "unknown-mechanism": ({ written }) =>
    say`${written} 항목은 SPF에 없는 메커니즘입니다. 모르는 메커니즘이 하나라도 있으면 레코드 전체가 permerror가 되므로 고치거나 지우세요.`,
  "mechanism-typo": ({ v }) =>
    say`${v("name")} 항목은 SPF에 없습니다. ${v("near")} 메커니즘을 잘못 적은 것으로 보이며, 이대로는 레코드 전체가 permerror가 됩니다.`,
  "bare-address": ({ v }) =>
    say`주소만 있고 메커니즘 이름이 없습니다. ${v("instead")} 형태로 적어야 이 주소가 허용됩니다.`,
  "bare-name": ({ v }) =>
    say`이름만 있고 메커니즘이 없습니다. 그 호스트의 주소를 허용하려면 ${v("a")}, 그 도메인의 SPF를 포함하려면 ${v("include")} 형태로 적으세요.`,
  "ip6-in-ip4": ({ v }) =>
    say`${"ip4"} 메커니즘에 IPv6 주소가 적혀 있습니다. ${v("instead")} 형태로 바꾸세요.`,
  "ip4-in-ip6": ({ v }) =>
    say`${"ip6"} 메커니즘에 IPv4 주소가 적혀 있습니다. ${v("instead")} 형태로 바꾸세요.`,
  "name-in-ip": ({ v }) =>
    say`${v("name")} 메커니즘에는 IP 주소만 쓸 수 있는데 호스트 이름이 적혀 있습니다. 이름의 주소를 허용하려면 ${v("instead")} 형태로 적으세요.`,
  "ip-in-name": ({ v }) =>
    say`${v("name")} 메커니즘에는 도메인 이름이 와야 하는데 IP 주소가 적혀 있습니다. ${v("instead")} 형태로 적으세요.`,
  "web-address": ({ v }) =>
    say`웹 주소가 적혀 있습니다. SPF는 도메인 이름만 받으므로, SPF 레코드나 서버가 있는 도메인이 맞다면 ${v("instead")} 형태로 적으세요.`,
  port: ({ written, v }) =>
    say`도메인 이름 뒤에 포트 번호 ${written} 표기가 붙어 있습니다. SPF는 이름만 받으므로 ${v("instead")} 형태로 적으세요.`,
  "macro-in-ip": ({ v }) =>
    say`${v("name")} 메커니즘에는 매크로를 쓸 수 없습니다. 주소를 직접 적거나, 매크로가 필요하면 ${"exists"} 메커니즘을 쓰세요.`,
  "address-extra": ({ v }) =>
    say`주소에 대괄호나 포트 번호가 붙어 있습니다. SPF는 주소만 받으므로 ${v("instead")} 형태로 적으세요.`,
  "bad-ip4": ({ written }) =>
    say`${written} 값은 올바른 IPv4 주소가 아닙니다. 0부터 255까지의 수 네 개를 점으로 이어, 앞자리 0 없이 적으세요.`,
  "bad-ip6": ({ written }) =>
    say`${written} 값은 올바른 IPv6 주소가 아닙니다. 여덟 묶음의 16진수를 콜론으로 잇고, 생략 기호 ${"::"} 표기는 한 번만 쓰세요.`,
  "prefix-leading-zero": ({ v }) =>
    say`프리픽스 길이 앞에 0이 붙어 있습니다. 규격에서 허용하지 않아 레코드 전체가 오류가 되므로 ${v("instead")} 형태로 적으세요.`,
  "prefix-too-long": ({ written }) =>
    say`${written} 길이는 주소의 비트 수보다 깁니다. IPv4는 ${32}, IPv6는 ${128}까지만 쓸 수 있습니다.`,
  "prefix-syntax": ({ written }) =>
    say`${written} 부분을 프리픽스 길이로 읽을 수 없습니다. ${"/24"} 형태로 적되, ${"a"}, ${"mx"} 메커니즘의 IPv6 길이만 ${"//64"} 형태로 적으세요.`,
  "prefix-netmask": () => say`SPF는 서브넷 마스크를 받지 않습니다. ${"/24"} 같은 프리픽스 길이로 적으세요.`,
  "prefix-slashes": ({ v }) =>
    say`프리픽스 길이의 빗금 수가 맞지 않습니다. ${v("instead")} 형태로 적으세요. 빗금 두 개는 ${"a"}, ${"mx"} 메커니즘의 IPv6 길이에만 씁니다.`,
  "prefix-not-allowed": ({ v }) =>
    say`${v("name")} 메커니즘에는 프리픽스 길이를 붙일 수 없습니다. 빗금과 길이를 지우세요.`,
  "space-in-term": ({ v }) =>
    say`한 항목이 공백 때문에 둘로 나뉘어 각각 잘못된 항목으로 읽힙니다. ${v("instead")} 형태로 붙여 적으세요.`,
  "missing-value": ({ v }) =>
    say`${v("name")} 항목의 값이 비어 있어 레코드 전체가 permerror가 됩니다. 값을 적거나 항목을 지우세요.`,
  "wrong-separator": ({ v }) =>
    say`${v("name")} 뒤에는 ${v("meant")} 기호가 와야 합니다. ${v("instead")} 형태로 적으세요.`,
  "qualifier-on-modifier": ({ written }) =>
    say`${"이름=값"} 형태의 수식자 앞에는 ${written} 기호를 붙일 수 없습니다. 기호를 지우세요.`,
  "modifier-name": ({ written }) =>
    say`${written} 부분은 수식자 이름으로 쓸 수 없습니다. 이름은 영문자로 시작하고 영문자, 숫자, ${"-"}, ${"_"}, ${"."} 문자로만 이루어져야 합니다.`,
  "glued-all": ({ v }) =>
    /^[-~?]/.test(String(v("all")))
      ? say`${v("all")} 앞에 공백이 없어 앞 항목에 붙어 읽힙니다. 앞 항목과의 사이에 공백을 하나 넣으세요.`
      : say`${v("all")} 앞에 공백이 없어 앞 항목에 붙어 읽힙니다. 그대로 떼어 쓰면 모든 서버를 허용하므로, 공백을 넣고 ${"~all"} 또는 ${"-all"} 항목으로 적으세요.`,
  "glued-terms": ({ written }) =>
    say`두 항목이 공백 없이 붙어 있습니다. 긴 레코드를 여러 문자열로 나누면 DNS는 공백 없이 이어 붙이므로, ${written} 앞에 공백을 넣으세요.`,
  "all-argument": ({ written }) =>
    say`${"all"} 메커니즘에는 값을 붙일 수 없습니다. ${written} 부분을 지우세요.`,
  "modifier-twice": ({ v }) =>
    say`${v("name")} 수식자는 한 번만 쓸 수 있습니다. 두 번 이상 있으면 레코드 전체가 permerror가 되므로 하나만 남기세요.`,
  "macro-percent": () =>
    say`${"%"} 문자는 매크로의 시작입니다. ${"%{d}"} 같은 매크로로 완성하고, 문자 그대로 쓰려면 ${"%%"} 형태로 적으세요.`,
  "macro-unclosed": ({ written }) => say`${written} 매크로가 닫히지 않았습니다. 끝에 ${"}"} 기호를 넣으세요.`,
  "macro-letter": ({ written }) =>
    say`${written} 매크로의 글자는 SPF에 없습니다. 쓸 수 있는 글자는 ${"s l o d i p h v"} 여덟 가지입니다.`,
  "macro-zero": ({ written }) =>
    say`${written} 매크로는 남길 부분의 수가 0입니다. 1 이상의 수를 적거나 수를 지우세요.`,
  "macro-transformer": ({ written }) =>
    say`${written} 매크로의 글자 뒤를 읽을 수 없습니다. 글자 뒤에는 숫자, ${"r"}, 구분 문자(${". - + , / _ ="})만 이 순서로 올 수 있습니다.`,
  "macro-exp-only": ({ written }) =>
    say`${written} 매크로는 거부 사유 문구(${"exp="} 대상)에서만 쓸 수 있습니다. 레코드 안에서는 permerror가 됩니다.`,
  "single-label": ({ written }) =>
    say`${written} 값은 점이 없는 이름입니다. SPF에는 ${"mail.example.com"} 같은 완전한 도메인 이름을 적어야 합니다.`,
  "numeric-toplabel": ({ written }) =>
    say`도메인 이름이 숫자 ${written} 부분으로 끝납니다. 최상위 도메인은 숫자만으로 이루어질 수 없습니다. 주소라면 ${"ip4:"} 메커니즘을 쓰세요.`,
  "bad-toplabel": ({ written }) =>
    say`도메인 이름의 끝 ${written} 부분이 올바르지 않습니다. 이름은 최상위 도메인이나 매크로로 끝나야 합니다.`,
};
