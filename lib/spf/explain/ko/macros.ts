import type { MacroWords } from "../macro-words";
import { phrase } from "./phrase";

/** What macros stand for, in Korean. */
export const macros: MacroWords = {
  letters: {
    s: "발신 주소 전체로 바뀝니다.",
    l: "발신 주소의 로컬 파트(@ 앞부분)로 바뀝니다.",
    o: "발신 주소의 도메인(@ 뒷부분)으로 바뀝니다.",
    d: "지금 검사하는 레코드의 도메인으로 바뀝니다. include로 이어진 레코드에서는 그 레코드의 도메인입니다.",
    i: "보낸 서버의 IP 주소로 바뀝니다. IPv6 주소는 16진수 한 자리마다 점을 찍어 적습니다.",
    p: "보낸 서버의 IP 주소를 역방향으로 조회해 확인한 이름으로 바뀝니다. 확인된 이름이 없으면 unknown이 되며, 느리고 믿기 어려워 RFC에서 쓰지 말라고 합니다.",
    v: "IPv4이면 in-addr, IPv6이면 ip6으로 바뀝니다.",
    h: "보낸 서버가 HELO/EHLO에서 밝힌 이름으로 바뀝니다.",
    c: "보낸 서버의 IP 주소를 사람이 읽기 쉽게 적은 표기로 바뀝니다.",
    r: "검사하는 메일 서버의 이름으로 바뀝니다.",
    t: "검사한 시각(1970년부터 센 초)으로 바뀝니다.",
  },
  cut({ delimiters, isReversed, digits }) {
    const at = delimiters.flatMap((one, n) => phrase`${[n === 0 ? "“" : ", “"]}${one}”`);
    const steps = [
      phrase`값을 ${at} 문자에서 나누고`,
      ...(isReversed ? [phrase`순서를 뒤집고`] : []),
      ...(digits === null ? [] : [phrase`오른쪽 조각 ${digits}개만 남겨`]),
    ];
    return phrase`${steps.flatMap((step) => phrase`${step}, `)}점(.)으로 다시 잇습니다.`;
  },
  escaped: "대문자로 적었으므로 URL에 넣을 수 있게 특수 문자를 이스케이프합니다.",
  literals: {
    "%%": "퍼센트 기호(%) 하나가 됩니다.",
    "%_": "공백 하나가 됩니다.",
    "%-": "URL에 쓰는 공백(%20)이 됩니다.",
  },
};
