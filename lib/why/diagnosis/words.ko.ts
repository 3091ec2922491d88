import { phrase } from "@/lib/spf/explain/ko/phrase";
import type { Part } from "@/lib/spf/sentence";
import { records } from "./record-words.ko";
import type { DiagnosisWords } from "./words";

/** Diagnoses, in Korean. No particle that depends on the sound before it may follow a value. */
export const KO: DiagnosisWords = {
  incomplete: {
    you: () => [
      phrase`링크에 확인에 필요한 정보가 다 들어 있지 않아, 무엇이 문제였는지 아직 알 수 없습니다.`,
      phrase`되돌아온 메일의 내용을 처음부터 끝까지 복사해 붙여 넣어 주세요.`,
    ],
    domain: () => [
      phrase`보낸 서버의 IP 주소와 보낸 사람의 도메인을 모두 알아야 확인할 수 있습니다. 반송 메일 원문을 받아 다시 확인하세요.`,
    ],
    receiver: () => [
      phrase`거부 응답의 링크에 보낸 서버의 IP 주소나 보낸 사람 주소가 빠졌거나 잘렸습니다. 응답 문구의 서식을 점검하세요.`,
    ],
  },
  "bad-domain": {
    you: ({ domain }) => [
      phrase`보낸 사람 주소의 ${domain} 도메인은 인터넷에서 쓸 수 없는 이름입니다.`,
      phrase`메일 프로그램에 설정한 보내는 사람 주소에 오타가 없는지 확인하세요. 복합기나 업무 프로그램이 자동으로 보낸 메일이라면 그 장비를 설정한 담당자에게 알려 주세요.`,
    ],
    domain: ({ domain }) => [
      phrase`DNS에서 ${domain} 도메인을 찾을 수 없습니다. 도메인 등록이 만료되지 않았는지, 장비와 프로그램의 발신 주소가 맞는지 확인하세요.`,
    ],
    receiver: ({ domain }) => [
      phrase`${domain} 도메인은 SPF로 검사할 수 없으며 결과는 none입니다. 답장할 수 없는 주소이므로 거부했더라도 이상한 일은 아닙니다.`,
    ],
  },
  passes: {
    you: ({ domain, ip }) => [
      phrase`지금 확인해 보면 문제가 없습니다. ${domain} 도메인에서 ${ip} 서버의 발신을 허용하고 있습니다.`,
      phrase`그래도 메일이 되돌아왔다면 한 번 더 보내 보고, 다시 되돌아오면 반송 메일에 적힌 다른 이유를 확인하세요.`,
    ],
    domain: ({ domain, ip }) => [
      phrase`${domain} 도메인의 현재 SPF 레코드로 ${ip} 주소의 결과는 pass입니다. 고칠 것이 없습니다. 레코드를 최근에 바꾸었다면 이전 값이 TTL 동안 남아 있을 수 있습니다.`,
    ],
    receiver: ({ ip }) => [
      phrase`${ip} 주소의 현재 결과는 pass입니다. 이 메일을 거부했다면 로그에서 당시의 결과와 거부 사유를 확인하세요.`,
    ],
  },
  "fixed-since": {
    you: () => [
      phrase`메일을 보냈을 때 있었던 문제가 지금은 해결되었습니다.`,
      phrase`메일이 되돌아왔다면 다시 보내면 됩니다.`,
    ],
    domain: ({ domain }) => [
      phrase`당시에는 통과하지 못했지만 ${domain} 도메인의 현재 레코드로는 pass입니다. 더 고칠 것이 없으며, 보낸 사람에게 다시 보내라고 안내하면 됩니다.`,
    ],
    receiver: () => [
      phrase`그 뒤에 보낸 도메인의 레코드가 바뀐 것으로 보입니다. 그사이 바뀐 것이 없다고 하면 당시 검사에 쓴 DNS 캐시와 SPF 프로그램을 확인하세요.`,
    ],
  },
  "dns-recovered": {
    you: () => [
      phrase`그때는 일시적인 장애로 확인하지 못했지만 지금은 문제가 없습니다.`,
      phrase`대개 메일 서버가 자동으로 다시 보냅니다. 상대방이 아직 받지 못했다면 한 번 더 보내 주세요.`,
    ],
    domain: ({ domain }) => [
      phrase`당시 ${domain} 도메인의 DNS 조회가 실패해 temperror가 되었지만 지금은 pass입니다. 같은 일이 되풀이되면 네임서버를 점검하세요.`,
    ],
    receiver: () => [
      phrase`당시 DNS 조회가 일시적으로 실패했습니다. 같은 시각에 다른 도메인도 temperror였다면 사용하는 DNS 서버를 점검하세요.`,
    ],
  },
  "other-reason": {
    you: () => [
      phrase`보낸 사람 주소의 확인은 문제없이 끝났고, 메일은 다른 이유로 거부되었습니다.`,
      phrase`반송 메일에 적힌 거부 사유를 확인하고, 뜻을 알기 어려우면 반송 메일을 소속 기관의 메일 담당자에게 보여 주세요.`,
    ],
    domain: () => [
      phrase`SPF 결과는 거부의 원인이 아닙니다. SPF 레코드는 그대로 두고 거부 응답의 코드와 문구를 확인하세요.`,
    ],
    receiver: () => [
      phrase`SPF가 아닌 다른 규칙이 이 메일을 거부했습니다. 거부 문구에 SPF 안내 링크가 붙어 있다면 잘못 붙은 것입니다.`,
    ],
  },
  "receiving-site-mistake": {
    you: () => [
      phrase`보낸 분의 잘못이 아니라, 받는 쪽 메일 서버의 설정 문제로 보입니다.`,
      phrase`급한 내용이면 전화 등 다른 방법으로 알리고, 상대방에게 이 안내를 그쪽 전산 담당자에게 전해 달라고 부탁하세요.`,
    ],
    domain: ({ domain }) => [
      phrase`${domain} 도메인의 SPF 레코드를 고칠 일이 아닙니다. 받는 쪽 담당자에게 아래 사실을 알려 주세요.`,
    ],
    receiver: ({ ip }) => [
      phrase`SPF 검사가 엉뚱한 주소에 대해 이루어졌거나 결과와 다르게 처리되었습니다.`,
      phrase`${ip} 주소가 자기 쪽의 중계 서버, 백업 MX, 스팸 차단 장비라면 SPF 검사에서 제외하고, 그 서버가 바깥에서 메일을 받을 때 검사하게 하세요.`,
    ],
  },
  "dns-trouble": {
    you: ({ domain }) => [
      phrase`지금 ${domain} 도메인의 정보를 찾아볼 수 없어 확인하지 못합니다. 대개 일시적인 문제이며 메일 서버가 자동으로 다시 보냅니다.`,
      phrase`몇 시간이 지나도 같으면 ${domain} 도메인의 전산 담당자에게 네임서버를 점검해 달라고 알려 주세요.`,
    ],
    domain: ({ domain, certainty }) => [
      certainty === "possible"
        ? phrase`${domain} 도메인이나 그 레코드가 가리키는 이름을 조회했지만 답을 받지 못했습니다. 받는 쪽의 DNS 문제일 수도 있으니, 다른 곳에서도 조회되지 않는지 먼저 확인하세요.`
        : phrase`${domain} 도메인이나 그 레코드가 가리키는 이름을 조회하면 DNS에서 오류가 돌아옵니다.`,
      phrase`모든 네임서버가 바깥에서 UDP와 TCP로 응답하는지, DNSSEC 서명이 만료되지 않았는지 확인하세요.`,
    ],
    receiver: () => [
      phrase`temperror는 일시적인 결과입니다. 영구 거부(5xx)가 아니라 일시 거부(4xx)로 응답해 다시 보내게 하세요.`,
    ],
  },
  "receiver-dns-trouble": {
    you: ({ trouble }) => [
      trouble === "limits"
        ? phrase`조회할 것이 많거나 시간이 오래 걸려, 이 안내 페이지가 확인을 중간에 멈추었습니다. 무엇이 문제였는지 아직 알 수 없습니다.`
        : phrase`보낸 분의 잘못이 아닙니다. 받는 쪽에서 인터넷 주소를 조회하는 데 문제가 있는 것으로 보입니다.`,
      trouble === "limits"
        ? phrase`잠시 뒤 이 페이지를 다시 열어 보세요. 계속 같으면 소속 기관의 메일 담당자에게 이 안내를 전해 주세요.`
        : phrase`잠시 뒤 다시 보내고, 계속 되돌아오면 상대방에게 다른 방법으로 알려 주세요.`,
    ],
    domain: ({ domain, trouble }) => [
      trouble === "limits"
        ? phrase`이 안내 페이지의 조회 한도 때문에 ${domain} 도메인의 레코드를 끝까지 확인하지 못했습니다. 레코드가 가리키는 곳이 지나치게 많지 않은지, 네임서버의 응답이 늦지 않은지 확인하세요.`
        : phrase`${domain} 도메인의 문제가 아닐 수 있습니다. 다른 곳에서도 도메인이 조회되는지만 확인하세요.`,
    ],
    receiver: ({ trouble }) => [
      trouble === "limits"
        ? phrase`이 안내 페이지가 정해진 조회 한도에 이르러 확인을 멈추었습니다. 메일 서버의 검사 결과는 다를 수 있으니 로그를 확인하세요.`
        : phrase`메일 서버가 쓰는 DNS 서버가 응답하지 않거나 질의를 거부합니다. DNS 서버의 상태와 방화벽, 질의 허용 설정을 점검하고, 그동안은 일시 거부(4xx)로 응답하세요.`,
    ],
  },
  ...records,
  helo: {
    you: ({ ip }) => [
      phrase`메일 주소의 문제가 아니라, 메일을 보낸 서버(${ip})가 스스로 밝힌 이름이 확인되지 않는 문제입니다.`,
      phrase`직접 고칠 수 없으니, 소속 기관이나 메일 서비스의 담당자에게 이 안내를 전해 주세요.`,
    ],
    domain: ({ ip, helo }) => [
      phrase`${ip} 서버가 HELO(EHLO)에서 밝힌 ${helo} 이름으로는 SPF 검사를 통과하지 못합니다.`,
      phrase`직접 운영하는 서버라면 HELO 이름을 실제 호스트 이름으로 바꾸고, 그 이름에 서버 주소를 허용하는 SPF 레코드를 등록하세요. 모르는 서버라면 등록하지 마세요.`,
    ],
    receiver: ({ helo }) => [
      phrase`HELO 이름 ${helo} 값의 검사가 통과하지 못했습니다. 보낸 사람 주소(MAIL FROM)의 결과가 pass라면 HELO 결과만으로 거부할지 정책을 다시 확인하세요.`,
    ],
  },
  "ip-missing": {
    you: ({ domain, ip }) => [
      phrase`${domain} 도메인이 공개한 발신 서버 목록에 ${ip} 서버가 빠져 있어 메일이 거부되거나 의심을 받았습니다.`,
      phrase`다시 보내도 해결되지 않습니다. 소속 기관의 메일 담당자에게 이 안내를 그대로 전해 주세요. 직접 보낸 메일이 아니라면 무시해도 됩니다.`,
    ],
    domain: ({ ip, domain, certainty }) => [
      certainty === "likely"
        ? phrase`${ip} 주소는 ${domain} 도메인의 서버로 보이지만 SPF 레코드에 없습니다.`
        : phrase`${ip} 서버가 ${domain} 도메인의 이름을 대고 메일을 보냈지만 SPF 레코드에는 없습니다.`,
      phrase`직접 운영하는 서버가 맞는지 먼저 확인하고, 맞으면 레코드에 추가하세요. 모르는 서버라면 추가하지 마세요.`,
    ],
    receiver: ({ domain }) => [
      phrase`검사는 ${domain} 도메인이 공개한 대로 이루어졌습니다. 꼭 받아야 할 메일이면 상대 도메인에 알리고, 고쳐질 때까지만 예외로 두세요.`,
    ],
  },
  "provider-not-included": {
    you: ({ domain, provider }) => [
      phrase`메일이 ${provider} 서비스의 서버에서 나갔지만, ${domain} 도메인이 공개한 발신 서버 목록에는 이 서비스가 없습니다.`,
      phrase`직접 보낸 메일이라면 소속 기관의 메일 담당자에게 이 안내를 전해 주세요. 보낸 적이 없다면 무시해도 됩니다.`,
    ],
    domain: ({ provider, include, domain }) => [
      phrase`보낸 주소는 ${provider} 서비스의 것으로 알려져 있습니다. 이 서비스로 ${domain} 도메인의 메일을 보내고 있다면 include:${include} 항목이 필요합니다.`,
      phrase`쓰지 않는 서비스라면 추가하지 마세요. 그 서비스의 모든 고객에게 발신을 허용하게 됩니다.`,
    ],
    receiver: ({ provider }) => [
      phrase`${provider} 서비스의 서버에서 온 메일입니다. 상대가 설정을 빠뜨렸거나, 그 서비스의 사용자가 자동 전달한 메일일 수 있습니다. DKIM 결과도 함께 확인하세요.`,
    ],
  },
  "wrong-outgoing-server": {
    you: ({ domain }) => [
      phrase`메일이 ${domain} 도메인이 지정한 발신 서버를 거치지 않고 다른 곳에서 바로 나간 것으로 보입니다.`,
      phrase`메일 프로그램의 ‘보내는 메일 서버(SMTP)’에 소속 기관이나 메일 서비스가 안내하는 서버를 넣고, 포트 587과 로그인(인증)을 사용하도록 설정하세요. 보낸 적이 없다면 다른 사람이 주소를 도용한 것입니다.`,
    ],
    domain: ({ ip }) => [
      phrase`${ip} 주소는 이 도메인의 메일 서버로 보이지 않습니다. 확인되기 전에는 SPF 레코드에 추가하지 마세요.`,
      phrase`사용자의 컴퓨터나 복합기, 홈페이지가 바로 보내고 있다면 도메인의 발신 서버(포트 587, 인증)를 쓰도록 바꾸세요.`,
    ],
    receiver: () => [
      phrase`보낸 도메인의 서버를 거치지 않고 바로 들어온 메일로 보입니다. 악성 프로그램이 보낸 메일도 이런 모습이므로 예외로 두지 않는 것이 좋습니다.`,
    ],
  },
  forwarder: {
    you: ({ certainty }) => [
      certainty === "possible"
        ? phrase`메일이 중간에 다른 서버를 거쳐 자동 전달되면서, 최종 서버가 보낸 사람을 확인하지 못한 것일 수 있습니다. 그렇다면 보낸 분의 잘못이 아닙니다.`
        : phrase`보낸 분의 잘못이 아닙니다. 메일이 중간에 다른 서버를 거쳐 자동 전달되면서, 최종 서버가 보낸 사람을 확인하지 못한 것으로 보입니다.`,
      phrase`받는 분이 실제로 쓰는 주소를 알면 그 주소로 직접 보내 보세요. 모르면 받는 분에게 자동 전달이 막혔다고 알려 주세요.`,
      phrase`보낸 적이 없는 메일이라면 무시해도 됩니다.`,
    ],
    domain: ({ domain, via, certainty }) => [
      certainty === "possible"
        ? phrase`${domain} 도메인의 메일을 다른 서버${server(via)}가 전달한 것일 수 있습니다. 그렇다면 레코드를 고칠 일이 아니며, 전달하는 서버를 레코드에 넣어서는 안 됩니다.`
        : phrase`${domain} 도메인의 레코드를 고칠 일이 아닙니다. 메일을 전달한 서버${server(via)}는 레코드에 넣지 마세요.`,
      phrase`메일에 DKIM 서명을 해 두면 전달되어도 확인할 수 있습니다.`,
    ],
    receiver: ({ ip, via, certainty }) => [
      certainty === "possible"
        ? phrase`${ip} 서버${server(via)}가 전달한 메일일 수 있습니다. 그렇다면 전달하는 쪽에서 SRS로 봉투의 보낸 사람을 바꾸어야 합니다.`
        : phrase`${ip} 서버${server(via)}가 전달한 메일로 보입니다. 전달하는 쪽에서 SRS로 봉투의 보낸 사람을 바꾸어야 합니다.`,
      phrase`받는 분이 직접 신청한 전달이라면 그 서버를 신뢰하는 전달 서버로 등록하거나 DKIM 결과로 판단하세요.`,
    ],
  },
  forger: {
    you: ({ certainty }) => [
      certainty === "possible"
        ? phrase`다른 사람이 메일 주소를 도용해 보낸 메일일 수 있습니다. 보낸 적이 없는 메일이라면 아무것도 하지 않아도 됩니다.`
        : phrase`다른 사람이 메일 주소를 도용해 보낸 메일로 보입니다. 보낸 적이 없는 메일이라면 아무것도 하지 않아도 됩니다.`,
      phrase`되돌아온 메일의 첨부나 링크는 열지 말고 지우세요.`,
      phrase`직접 보낸 메일이 맞다면 소속 기관의 메일 담당자에게 이 안내를 전해 주세요.`,
    ],
    domain: ({ domain, ip, certainty }) => [
      certainty === "possible"
        ? phrase`${ip} 주소를 ${domain} 도메인의 서버라고 볼 근거가 없습니다. 모르는 서버라면 SPF가 도용을 막은 것이므로 조치할 일이 없으며, 레코드에 넣어서는 안 됩니다.`
        : phrase`${ip} 주소를 ${domain} 도메인의 서버라고 볼 근거가 없습니다. SPF가 제 역할을 한 것이므로 조치할 일이 없으며, 이 주소를 레코드에 넣어서는 안 됩니다.`,
    ],
    receiver: () => [
      phrase`도용한 메일에 SPF가 제 역할을 한 것으로 보이며, 조치할 일이 없습니다. 이 서버를 예외로 두지 마세요.`,
    ],
  },
  unlisted: {
    you: ({ domain, ip }) => [
      phrase`메일을 보낸 ${ip} 서버가 ${domain} 도메인이 공개한 발신 서버 목록에 없습니다.`,
      phrase`직접 보낸 메일이라면 소속 기관의 메일 담당자에게 이 안내를 전해 주세요.`,
      phrase`보낸 적이 없다면 다른 사람이 주소를 도용한 것이니 무시해도 됩니다.`,
    ],
    domain: ({ domain, ip }) => [
      phrase`${ip} 주소가 ${domain} 도메인의 SPF 레코드에 없습니다. 누구의 서버인지는 이 정보만으로 알 수 없습니다.`,
      phrase`직접 운영하거나 계약한 서버일 때만 레코드에 추가하세요. 모르는 서버라면 도용이나 자동 전달이므로 그대로 두면 됩니다.`,
    ],
    receiver: ({ domain }) => [
      phrase`검사는 ${domain} 도메인이 공개한 대로 이루어졌습니다. 상대가 자기 서버라고 확인해 주기 전에는 예외로 두지 마세요.`,
    ],
  },
};

/** " host" in brackets, where a server is known by name. */
function server(via: string | null): Part[] {
  return via === null ? [] : phrase`(${via})`;
}
