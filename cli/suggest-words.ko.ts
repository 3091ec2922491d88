import type { SuggestWords } from "./suggest-words";

/** No particle that depends on the sound before it may follow a value. */
export const KO: SuggestWords = {
  published: "현재 레코드:",
  noRecord: "(없음)",
  suggested: "제안하는 레코드:",
  changes: "바뀌는 내용과 이유:",
  edit: {
    insert: (_, after) => `추가: ${after}`,
    replace: (before, after) => `변경: ${before} → ${after}`,
    remove: (before) => `삭제: ${before}`,
    create: (_, after) => `새로 등록: ${after}`,
  },
  reasons: {
    "authorise-client": "이 서버의 주소만 허용합니다. 다른 서버의 결과는 바뀌지 않습니다.",
    "authorise-provider": "이 주소가 속한 메일 서비스입니다. 주소 목록은 그 서비스가 관리합니다.",
    "create-record":
      "도메인에 SPF 레코드가 없습니다. ?all로 끝나는 레코드는 이 서버만 통과시키고 다른 서버에는 영향을 주지 않습니다.",
    "merge-records": "SPF 레코드는 도메인에 하나만 있어야 하므로 하나로 합칩니다.",
    "mend-syntax": "명백한 오타를 고칩니다.",
    "remove-unreachable": "all 뒤의 내용은 쓰이지 않는데, 이 부분 때문에 레코드가 잘못되었습니다.",
    "remove-duplicate": "앞에 같은 항목이 있습니다.",
    "remove-dead-include": "가리키는 도메인에 SPF 레코드가 없어, 검사가 여기에 이르면 오류가 됩니다.",
    "remove-dead-redirect": "가리키는 도메인에 SPF 레코드가 없어, 검사가 여기에 이르면 오류가 됩니다.",
    "remove-loop": "레코드가 자기 자신을 가리킵니다.",
    "remove-void-term": "가리키는 이름에 아무것도 없으면서 조회 횟수만 차지합니다.",
    "replace-by-addresses": "DNS 조회를 줄이려고 지금의 주소로 바꾸어 적습니다.",
  },
  passes: (lookups) =>
    `이 레코드를 등록하면 서버가 통과합니다. DNS 조회는 최대 ${lookups}회이며 한도는 10회입니다.`,
  none: {
    "already-passes": "바꿀 것이 없습니다. 지금 레코드로도 이 서버는 통과합니다.",
    "bad-ip": "제안할 수 없습니다. IP 주소가 아닙니다.",
    "bad-domain": "제안할 수 없습니다. SPF 레코드를 둘 수 있는 이름이 아닙니다.",
    "no-such-domain":
      "제안할 수 없습니다. DNS에 없는 도메인입니다. 철자가 맞는지, DNS에 등록되어 있는지 확인하세요.",
    "private-address":
      "제안할 수 없습니다. 사설망 주소입니다. 받는 서버가 보는 바깥쪽 주소로 다시 확인하세요.",
    "dns-error": "제안할 수 없습니다. DNS에서 답이 오지 않았습니다. 잠시 뒤 다시 시도하세요.",
    "cannot-mend":
      "제안할 수 없습니다. 레코드에 오류가 있지만, 본래 의도는 도메인을 관리하는 사람만 알 수 있습니다.",
    "cannot-merge": "제안할 수 없습니다. 여러 레코드의 내용이 서로 어긋나 하나로 합칠 수 없습니다.",
    "cannot-free-lookups":
      "제안할 수 없습니다. DNS 조회가 10회를 넘는데, 결과를 바꾸지 않고는 줄일 수 없습니다. 더는 쓰지 않는 항목을 지우세요.",
    "passes-everyone":
      "제안할 수 없습니다. 오류만 고치면 누구도 소유할 수 없을 만큼 많은 서버를 허용하게 됩니다.",
    "not-proven": "제안할 수 없습니다. 작은 변경만으로 이 서버를 통과시킬 방법을 찾지 못했습니다.",
  },
  zone: "존 파일이나 DNS 관리 화면에 넣을 내용:",
  pair: "도메인의 발신 서버를 모두 적었다면 레코드의 끝을 다음 중에서 고르세요:",
  fail: "-all: 나머지 서버의 메일을 거부하도록 요청합니다.",
  softfail: "~all: 나머지 서버의 메일을 받되 표시하도록 요청합니다.",
  noPair: "레코드의 끝은 redirect가 가리키는 레코드에서 정합니다.",
  own: "직접 운영하는 서버이거나 대신 메일을 보내 주는 서비스의 주소일 때만 추가하세요.",
  unadvised:
    "요청한 변경을 계산한 것입니다. 아래 진단에 따르면 모르는 사람의 서버일 수 있으므로 등록하지 않는 것이 좋습니다.",
  warnings: {
    "explicitly-refused":
      "현재 레코드는 이 서버나 그 주변 네트워크를 보내면 안 되는 서버로 적고 있습니다. 바꾸기 전에 이유를 확인하세요.",
    "shared-provider": "이 메일 서비스의 모든 고객이 이 도메인의 이름으로 통과할 수 있게 됩니다.",
    "addresses-may-change": "주소를 직접 적었으므로 서버가 바뀔 때마다 레코드도 고쳐야 합니다.",
    "error-remains":
      "다른 서버에서 온 메일은 여전히 오류가 됩니다. include가 가리키는 다른 레코드에서 고쳐야 합니다.",
    "over-limit": "다른 서버에서 온 메일은 여전히 DNS 조회가 10회를 넘습니다.",
  },
  diagnosis: "진단:",
  who: "조치할 사람:",
  evidence: "판단 근거:",
};
