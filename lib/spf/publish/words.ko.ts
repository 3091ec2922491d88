import { say } from "../sentence";
import { duration } from "./duration";
import { newest, otherServers } from "./live-servers";
import type { PublishWords } from "./words";

const time = (seconds: number) => duration(seconds, "ko");

/** What is said about publishing, in Korean. No particle that depends on the sound before it may follow a value. */
export const KO: PublishWords = {
  live: {
    everywhere: ({ answered }) => [`응답한 네임서버 ${answered}곳에 모두 새 레코드가 반영되었습니다.`],
    softly: ({ answered }) => [
      `응답한 네임서버 ${answered}곳에 모두, 새 레코드가 “~all”로 끝나는 형태로 반영되었습니다. 로그를 지켜본 뒤 “-all”로 바꾸세요.`,
    ],
    partly: ({ answered, have, servers }) => [
      `응답한 네임서버 ${answered}곳 가운데 ${have}곳에만 새 레코드가 반영되었습니다. `,
      ...say`아직 반영되지 않은 곳: ${otherServers(servers, newest(servers))}`,
    ],
    "not-yet": ({ servers }) =>
      servers.some(({ holds }) => holds === "published")
        ? ["아직 새 레코드가 반영된 네임서버가 없습니다. 응답한 곳은 모두 이전 레코드를 내보내고 있습니다."]
        : ["아직 SPF 레코드가 게시된 네임서버가 없습니다."],
    other: ({ servers }) =>
      servers.some(({ holds }) => holds === "other")
        ? say`새 레코드도 이전 레코드도 아닌 SPF 레코드를 내보내는 네임서버가 있습니다: ${otherServers(servers, ["draft", "published", "none"])}. 그사이 다른 사람이 바꾸지 않았는지 확인하세요.`
        : say`SPF 레코드가 없는 네임서버가 있습니다: ${otherServers(servers, ["draft", "published", "other"])}. 나머지는 이전 레코드를 내보내고 있습니다.`,
    several: ({ servers }) =>
      say`SPF 레코드를 두 개 이상 내보내는 네임서버가 있습니다: ${otherServers(servers, ["draft", "published", "other", "none"])}. 하나만 허용되므로 검사가 permerror로 끝납니다. 하나만 남기고 지우세요.`,
    unanswered: () => ["쓸 수 있는 응답을 보낸 네임서버가 없습니다. 잠시 뒤에 다시 확인하세요."],
  },
  problem: {
    "no-zone": (domain) =>
      say`${domain} 도메인이 속한 DNS 존을 찾지 못했습니다. 철자가 맞는지, 도메인이 등록되어 있는지 확인하세요.`,
    "no-servers": (domain) => say`${domain} 도메인의 네임서버 가운데 물어볼 수 있는 주소가 없습니다.`,
    "no-answer": (domain) =>
      say`${domain} 도메인의 네임서버를 묻는 질의에 DNS가 응답하지 않았습니다. 잠시 뒤에 다시 확인하세요.`,
  },
  silent: (count) => [`네임서버 ${count}곳은 확인하지 못했습니다.`],
  alias: (domain, alias) =>
    say`${domain} 도메인은 ${alias} 이름의 별칭(CNAME)입니다. 별칭에는 TXT 레코드를 함께 둘 수 없으므로 레코드는 ${alias} 이름에 게시해야 합니다.`,
  remembers: (seconds) =>
    seconds === null
      ? ["이 사이트가 쓰는 DNS 리졸버에는 아직 이전 답이 남아 있습니다."]
      : [
          `이 사이트가 쓰는 DNS 리졸버에는 아직 이전 답이 남아 있으며, 늦어도 ${time(seconds)} 뒤에는 새로 가져옵니다.`,
        ],
  reason: {
    timeout: "제한 시간 안에 응답하지 않았습니다.",
    "out-of-time": "정해 둔 확인 시간이 다 되어 응답을 받지 못했습니다.",
    unreachable: "연결할 수 없습니다.",
    "no-ipv6": "이 사이트에서 IPv6로 나갈 수 없어 묻지 못했습니다.",
    malformed: "응답의 형식이 올바르지 않습니다.",
    refused: "질의를 거부했습니다(REFUSED). 이 도메인을 맡고 있지 않은 것으로 보입니다.",
    servfail: "서버 오류로 답하지 못했습니다(SERVFAIL).",
    "not-authoritative": "응답했지만 이 도메인을 직접 맡은 서버의 답이 아닙니다(AA 플래그 없음).",
    "private-address": "내부망 등 공인 주소가 아니어서 묻지 않았습니다.",
    "no-address": "이 이름의 IP 주소를 찾지 못했습니다.",
    other: "쓸 수 없는 응답을 보냈습니다.",
  },
  elsewhere: (alias) => say`${alias} 이름의 별칭(CNAME)이라고만 답했습니다. 레코드는 그 이름에 있습니다.`,
  finding: {
    "differing-servers": ({ domain, count, servers }) =>
      say`${domain} 도메인의 SPF 레코드가 네임서버에 따라 다릅니다(모두 ${count}가지). 나머지와 다른 곳: ${servers}. 어느 네임서버가 답하느냐에 따라 검사 결과가 달라집니다. 변경 직후가 아니라면 존 전송이 제대로 되는지 확인하세요.`,
    "obsolete-type": ({ text }) =>
      say`폐기된 SPF 유형(유형 번호 99)의 레코드가 있습니다: ${text}. 수신 서버는 TXT 레코드만 확인하므로 지워도 됩니다.`,
    "long-ttl": ({ seconds }) => [
      `레코드의 TTL이 하루보다 깁니다(${time(seconds)}). 레코드를 바꾸거나 되돌려도 그동안 이전 내용이 남으므로, 바꾸기 전에 TTL부터 낮추세요.`,
    ],
    "lame-server": ({ servers }) =>
      say`네임서버로 지정되어 있지만 이 도메인을 맡고 있지 않은 서버가 있습니다: ${servers}. NS 레코드나 그 서버의 설정을 바로잡으세요.`,
  },
  step: {
    "lower-ttl": (ttl) => [
      `지금 레코드는 그대로 두고 TTL만 낮춥니다(${time(ttl)}). 그래야 바꾼 내용이 빨리 퍼지고, 문제가 생겨도 빨리 되돌릴 수 있습니다.`,
    ],
    "wait-old": (_, seconds) => [
      `${time(seconds)} 동안 기다립니다. 낮추기 전에 레코드를 받아 간 리졸버는 예전 TTL이 지나야 다시 묻습니다.`,
    ],
    publish: (ttl) => [`새 레코드를 게시합니다(TTL ${time(ttl)}).`],
    "publish-softly": (ttl) => [
      `새 레코드를 먼저 “~all”로 끝나게 게시합니다(TTL ${time(ttl)}). 빠뜨린 서버가 있더라도 그 메일이 거부되지 않고 의심스러운 메일로 표시되는 데 그칩니다.`,
    ],
    check: () => ["모든 네임서버에 같은 레코드가 반영되었는지 확인합니다."],
    "wait-new": (_, seconds) => [
      `${time(seconds)} 동안 기다립니다. 그 뒤에는 이전 레코드를 캐시에 둔 리졸버가 남지 않습니다.`,
    ],
    watch: (_, seconds) => [
      `${time(seconds)} 동안 로그를 지켜봅니다. 정당한 서버의 메일이 pass가 아니라면 그 서버를 레코드에 추가합니다.`,
    ],
    harden: (ttl) => [`빠진 서버가 없으면 레코드를 “-all”로 끝나게 바꿉니다(TTL ${time(ttl)}).`],
    "set-ttl": (ttl) => [`TTL을 평소에 쓸 값(${time(ttl)})으로 바꿉니다. 레코드의 내용은 그대로 둡니다.`],
  },
  rollback: ({ record, seconds, secondsLater }) => [
    record === null ? "되돌리려면 새 레코드를 지웁니다. " : "되돌리려면 이전 레코드를 다시 게시합니다. ",
    `그 뒤에도 새 레코드를 이미 받아 간 곳에는 ${time(seconds)} 동안 새 레코드가 남습니다.`,
    ...(secondsLater > seconds
      ? [` TTL을 다시 늘린 뒤에 되돌리면 ${time(secondsLater)} 동안 남습니다.`]
      : []),
  ],
  asks: {
    "-all": [
      {
        parts: [
          "목록에 없는 서버는 이 도메인으로 메일을 보낼 권한이 없다고 분명히 밝힙니다(fail). 수신 서버는 그 메일을 거부할 수 있습니다.",
        ],
        rfc: "7208#section-8.4",
      },
      {
        parts: [
          "보내는 서버를 빠짐없이 적은 뒤에 쓰세요. 자동 전달된 메일은 목록에 없는 서버에서 오므로 거부될 수 있습니다.",
        ],
        rfc: "7208#appendix-D",
      },
      {
        parts: [
          "DMARC에서는 fail과 softfail이 똑같이 ‘통과하지 못함’입니다. 다만 DMARC를 확인하기 전에 fail만 보고 거부하는 서버가 있어, DKIM 서명이 올바른 메일까지 거부될 수 있습니다.",
        ],
        rfc: "7489#section-10.1",
      },
    ],
    "~all": [
      {
        parts: [
          "목록에 없는 서버는 아마 권한이 없을 것이라고만 밝힙니다(softfail). 수신 서버는 이 결과만으로 메일을 거부하지 말아야 하며, 더 꼼꼼히 검사할 수 있습니다.",
        ],
        rfc: "7208#section-8.5",
      },
      {
        parts: [
          "빠진 서버가 있을 수 있는 동안에 쓰세요. 도용 메일도 거부되지 않고 스팸함 등으로 배달될 수 있습니다.",
        ],
        rfc: null,
      },
      {
        parts: [
          "DMARC에서는 fail과 똑같이 ‘통과하지 못함’입니다. p=reject 정책을 게시한 도메인이라면 도용 메일은 DMARC에 따라 거부되고, 자동 전달된 메일은 DKIM 서명으로 통과할 수 있습니다.",
        ],
        rfc: "7489#section-10.1",
      },
    ],
  },
};
