import { type Part, say } from "../sentence";
import type { GapCause } from "./gaps";
import type { PublishedWords } from "./published-message";

const CLIENTS = { all: "어느 서버에서 보내든", ip4: "IPv4 서버에서 보내면", ip6: "IPv6 서버에서 보내면" };

const INCOMPLETE: Record<GapCause, (terms: string) => Part[]> = {
  macro: (terms) =>
    say`${terms} 항목이 가리키는 곳은 메일을 검사할 때에야 정해집니다. 실제 조회 횟수는 센 것보다 많을 수 있습니다.`,
  "no-answer": (terms) =>
    say`${terms} 항목을 확인하는 질의에 DNS가 응답하지 않았습니다. 실제 조회 횟수는 센 것보다 많을 수 있습니다.`,
  limit: () => [
    "DNS 질의가 너무 많거나 오래 걸려 이 레코드 아래를 끝까지 확인하지 못했습니다. 실제 조회 횟수는 센 것보다 많을 수 있습니다.",
  ],
};

/** How many networks are not named. */
const othersOf = (more: number): Part[] => (more > 0 ? [` 외 ${more}개`] : []);

/** What the published rules say in Korean. */
export const WORDS_KO: PublishedWords = {
  "no-domain": ({ domain }) => say`${domain} 도메인이 존재하지 않습니다.`,
  "no-record": ({ domain }) => say`${domain} 도메인에 SPF 레코드가 없습니다.`,
  "no-answer": ({ domain }) => say`${domain} 도메인의 레코드를 묻는 질의에 DNS가 응답하지 않았습니다.`,
  "near-record": ({ domain, text }) =>
    say`${domain} 도메인에 ${text} 레코드가 있지만 수신 서버는 SPF 레코드로 인식하지 않습니다. SPF 레코드는 정확히 ${"v=spf1"} 표기로 시작하고 바로 뒤에 공백이 있어야 합니다.`,
  "several-records": ({ domain, count, texts }) =>
    say`${domain} 도메인에 SPF 레코드가 ${count}개 있습니다. 하나만 허용되므로 검사 결과가 항상 permerror가 됩니다. 게시된 레코드: ${texts}`,
  "sender-id-leftover": ({ text }) =>
    say`${text} 레코드는 더 이상 쓰이지 않는 Sender ID용입니다. 지워도 됩니다.`,
  "string-too-long": ({ length }) =>
    say`레코드의 한 문자열이 ${length}자입니다. TXT 문자열 하나에는 255자까지만 담을 수 있으니 여러 문자열로 나누세요.`,
  "broken-split": ({ before, after }) =>
    say`나뉜 문자열은 공백 없이 이어지므로 ${before} 부분과 ${after} 부분이 한 항목으로 붙어 버립니다. 앞 문자열 끝에 공백을 넣으세요.`,
  "record-too-long": ({ length }) =>
    say`레코드가 ${length}자입니다. 450자 이하여야 DNS 패킷 하나에 확실히 들어갑니다.`,
  "answer-too-long": ({ length, records }) =>
    say`이 이름의 TXT 레코드(${records}개)를 모두 담은 응답이 ${length}바이트입니다. 512바이트를 넘으면 일반 DNS 패킷 하나에 들어가지 않아, 나머지를 받지 못하는 서버가 있습니다.`,
  "target-without-record": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 도메인에 SPF 레코드가 없습니다. 검사가 여기에 이르면 permerror로 끝납니다.`,
  "target-without-domain": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 도메인이 존재하지 않습니다. 검사가 여기에 이르면 permerror로 끝납니다.`,
  "target-several-records": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 도메인에 SPF 레코드가 여러 개 있습니다. 검사가 여기에 이르면 permerror로 끝납니다.`,
  "target-syntax": ({ term, target, broken }) =>
    say`${term} 항목이 가리키는 ${target} 도메인의 레코드에 문법 오류가 있습니다(${broken} 부분). 검사가 여기에 이르면 permerror로 끝납니다.`,
  "target-no-answer": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 이름을 묻는 질의에 DNS가 응답하지 않았습니다. 이 상태에서는 검사가 여기에 이르면 temperror로 끝납니다.`,
  "target-passes-everyone": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 도메인의 레코드가 “+all”로 끝나 누가 보내도 통과합니다.`,
  "redirect-ends-weak": ({ term, target }) =>
    say`${term} 항목이 판단을 맡긴 ${target} 도메인의 레코드가 “-all”이나 “~all”로 끝나지 않습니다. 그 밖의 서버에서 보낸 메일은 neutral이 됩니다.`,
  "invalid-target": ({ term }) => say`${term} 항목의 이름은 DNS에서 조회할 수 없습니다.`,
  loop: ({ term, path }) =>
    say`${term} 항목이 왔던 길로 되돌아갑니다(${path}). 검사가 여기에 이르면 permerror로 끝납니다.`,
  "self-include": ({ term }) =>
    say`${term} 항목이 자기 레코드를 다시 가리킵니다. 검사가 여기에 이르면 permerror로 끝납니다.`,
  "included-twice": ({ term, target, first, lookups }) =>
    say`${term} 항목이 ${target} 도메인을 다시 검사합니다. 앞서 ${first} 항목에서 이미 검사했으며, 조회 10회 가운데 ${lookups}회를 또 씁니다.`,
  "exp-without-text": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 이름에 TXT 레코드가 없어 설명 문구가 전달되지 않습니다.`,
  "exp-several-texts": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 이름에 TXT 레코드가 여러 개 있어 설명 문구가 전달되지 않습니다.`,
  "exp-syntax": ({ term, target, broken }) =>
    say`${term} 항목이 가리키는 ${target} 이름의 설명 문구에 매크로 문법 오류가 있어(${broken} 부분) 설명 문구가 전달되지 않습니다.`,
  "exp-not-ascii": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 이름의 설명 문구에 한글처럼 ASCII가 아닌 문자가 있습니다. ASCII 문자만 쓸 수 있으므로 설명 문구가 전달되지 않습니다.`,
  "ptr-below": ({ term }) =>
    say`${term} 항목은 느리고 신뢰할 수 없으며, 이를 포함하는 레코드의 DNS 조회 횟수에도 들어갑니다. 해당 레코드의 담당자에게 다른 메커니즘으로 바꿔 달라고 요청하세요.`,
  "too-many-lookups": ({ count, limit }) =>
    say`이 레코드를 검사하려면 DNS 조회가 최대 ${count}회 필요하지만, 허용되는 횟수는 ${limit}회입니다. 한도를 넘는 검사는 permerror로 끝납니다.`,
  "many-lookups": ({ count, limit }) =>
    say`이 레코드는 허용된 DNS 조회 ${limit}회 가운데 최대 ${count}회를 씁니다.`,
  "too-many-voids": ({ count, limit, clients, terms }) => [
    CLIENTS[clients],
    ...say` 빈 조회(결과 없는 DNS 조회)가 ${count}회까지 생기지만, 허용되는 횟수는 ${limit}회입니다. 결과가 없는 항목: ${terms}`,
  ],
  "possible-voids": ({ count, limit, terms }) =>
    say`보내는 서버에 따라 빈 조회(결과 없는 DNS 조회)가 ${count}회까지 생길 수 있고, 허용되는 횟수는 ${limit}회입니다. 결과가 없을 수 있는 항목: ${terms}`,
  "void-term": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 이름에서 아무것도 찾지 못했습니다.`,
  "no-address": ({ term, target }) =>
    say`${term} 항목이 가리키는 ${target} 이름에 주소가 없어, 이 항목에 해당하는 서버가 없습니다.`,
  "null-mx": ({ term, target }) =>
    say`${target} 도메인은 메일을 받지 않는다고 선언해(null MX) ${term} 항목에 해당하는 서버가 없습니다.`,
  "too-many-mx": ({ term, target, count, limit }) =>
    say`${target} 도메인의 메일 서버가 ${count}개이지만, ${term} 항목에서 볼 수 있는 것은 ${limit}개까지입니다. 검사가 여기에 이르면 permerror로 끝납니다.`,
  "private-host-address": ({ term, host, address, count }) => [
    ...say`${term} 항목이 가리키는 ${host} 호스트에 사설 주소나 예약된 주소가 있습니다(${address}). 인터넷의 메일이 이런 주소에서 올 수 없으므로, 호스트의 공인 주소를 확인하세요.`,
    ...(count > 1 ? say` 이 항목에 이런 주소가 ${count}개 있습니다.` : []),
  ],
  "many-addresses": ({ count }) => [
    `이 레코드로 통과하는 IPv4 주소가 ${count.toLocaleString("ko")}개입니다.`,
  ],
  "contradicting-network": ({ inner, outer, network, around, count }) => [
    ...say`${inner} 항목의 ${network} 대역은 효과가 없습니다. 이를 포함하는 ${outer} 항목의 ${around} 대역이 먼저 검사되고 결과도 다릅니다.`,
    ...(count > 1 ? say` 두 항목 사이에 이런 대역이 ${count}개 있습니다.` : []),
  ],
  "redundant-network": ({ inner, outer, network, around, count }) => [
    ...say`${inner} 항목의 ${network} 대역은 결과가 같은 ${outer} 항목의 ${around} 대역에 들어 있습니다.`,
    ...(count > 1 ? say` 두 항목 사이에 이런 대역이 ${count}개 있습니다.` : []),
  ],
  "network-twice": ({ inner, outer, network, count }) => [
    ...say`${network} 대역이 두 번 적혀 있습니다: ${outer} 항목과 ${inner} 항목.`,
    ...(count > 1 ? say` 두 항목 사이에 이런 대역이 ${count}개 있습니다.` : []),
  ],
  "flattened-stale": ({ source, provider, networks, more }) => [
    ...say`${networks}`,
    ...othersOf(more),
    ...say` 대역은 ${provider} 서비스의 ${source} 레코드에서 옮겨 적은 것으로 보이지만, 지금은 그 레코드에서 빠졌거나 일부만 남아 있습니다. 이제 다른 곳에서 쓰는 주소일 수 있으니, 직접 쓰는 서버가 없으면 지우세요.`,
  ],
  "flattened-missing": ({ source, provider, networks, more, lookups }) => [
    ...say`이 목록은 ${provider} 서비스의 ${source} 레코드에서 옮겨 적은 것으로 보입니다. 지금 그 레코드에 있는 ${networks}`,
    ...othersOf(more),
    " 대역이 여기에는 없어, 그곳에서 보낸 메일은 통과하지 못합니다. ",
    ...(lookups > 0
      ? say`빠진 대역을 추가하거나, 목록 대신 ${`include:${source}`} 항목을 쓰세요. 조회 ${lookups}회로 변경이 자동 반영됩니다.`
      : ["빠진 대역을 추가하세요."]),
  ],
  flattened: ({ source, provider, lookups }) =>
    say`이 목록은 ${provider} 서비스의 ${source} 레코드에서 옮겨 적은 것으로 보이며, 지금은 그 레코드와 같습니다. 그쪽 대역이 바뀔 때마다 직접 고쳐야 합니다. 목록 대신 ${`include:${source}`} 항목을 쓰면 조회 ${lookups}회로 변경이 자동 반영됩니다.`,
  "incomplete-bill": ({ cause, terms }) => INCOMPLETE[cause](terms),
};

/** What says that a finding is about a record further down. */
export const WHERE_KO = (domain: string) => say`${domain} 도메인의 레코드에서: `;
