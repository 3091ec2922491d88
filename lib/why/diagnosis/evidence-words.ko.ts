import { list, phrase } from "@/lib/spf/explain/ko/phrase";
import type { EvidenceWords } from "./words";

/** Evidence, in Korean. */
export const evidence: EvidenceWords = {
  now: ({ ip, domain, result }) =>
    phrase`지금 검사하면 ${domain} 도메인에 대한 ${ip} 주소의 결과는 ${[result]}입니다.`,
  logged: ({ time, host, result }) =>
    result === null
      ? phrase`${host} 서버의 로그에 ${time} 시각의 메일이 있지만, 당시 결과는 남아 있지 않습니다.`
      : phrase`${host} 서버의 로그에 남은 ${time} 시각의 결과는 ${[result]}입니다.`,
  "refused-otherwise": ({ code, text }) =>
    phrase`로그에 남은 거부 응답은 SPF가 아닌 다른 규칙의 것입니다: ${`${code} ${text}`.trim()}`,
  "refused-despite-pass": ({ host }) =>
    phrase`${host} 서버의 로그에는 결과가 pass인데도 SPF를 이유로 거부한 것으로 되어 있습니다.`,
  missing: ({ field }) => [
    {
      ip: "보낸 서버의 IP 주소를 알 수 없습니다.",
      domain: "확인할 도메인을 알 수 없습니다.",
      check: "검사를 하지 못했습니다.",
    }[field],
  ],
  "private-address": ({ ip }) =>
    phrase`${ip} 주소는 내부망 주소입니다. 받는 쪽이 자기 쪽 서버를 검사했다는 뜻이며, SPF 레코드로는 허용할 수 없습니다.`,
  "receivers-host": ({ name, receiver }) =>
    phrase`보낸 서버의 역방향 이름은 ${name} 이름으로, 메일을 받은 ${receiver} 서버와 같은 기관의 것입니다.`,
  "bad-name": ({ name }) => phrase`${name} 값은 완전한 도메인 이름이 아닙니다.`,
  "no-such-name": ({ name }) => phrase`DNS에 ${name} 이름이 없습니다.`,
  "no-record": ({ domain }) => phrase`${domain} 도메인은 있지만 SPF 레코드가 없습니다.`,
  "dns-error": ({ name, type, trouble }) =>
    ({
      resolver: phrase`${name} 이름의 ${[type]} 레코드를 조회하지 못했습니다. 받는 쪽이 쓰는 DNS 서버에 연결할 수 없거나, 그 서버가 질의를 거부했습니다.`,
      limits: phrase`${name} 이름의 ${[type]} 레코드는 끝까지 조회하지 않았습니다. 이 안내 페이지가 한 번에 조회할 수 있는 양을 다 썼기 때문이며, DNS에 장애가 있다는 뜻은 아닙니다.`,
      zone: phrase`${name} 이름의 ${[type]} 레코드를 조회했지만 오류 응답이나 쓸 수 없는 응답이 왔습니다.`,
      either: phrase`${name} 이름의 ${[type]} 레코드를 조회했지만 쓸 수 있는 응답을 제때 받지 못했습니다.`,
    })[trouble],
  "dns-error-elsewhere": ({ name }) =>
    phrase`관계없는 ${name} 이름의 조회도 실패했으므로 조회하는 쪽의 문제로 보입니다.`,
  "several-records": ({ at }) => phrase`${at} 도메인에 v=spf1 레코드가 둘 이상 있습니다.`,
  syntax: ({ at, text }) => phrase`${at} 도메인의 레코드에서 잘못된 곳: ${text}`,
  slip: ({ text, meant }) => phrase`${text} 표기는 ${meant} 표기를 잘못 적은 것으로 보입니다.`,
  lookups: ({ at, lookups }) =>
    phrase`DNS 조회가 필요한 항목이 한도인 ${lookups}개를 넘습니다(${at} 레코드에서 한도 도달).`,
  "mx-hosts": ({ at, term }) => phrase`${at} 레코드의 ${term} 항목에 딸린 MX 호스트가 10개를 넘습니다.`,
  voids: ({ at, voidLookups, names }) =>
    names.length === 0
      ? phrase`${at} 레코드까지 빈 조회가 ${voidLookups}회 있었습니다(한도 2회).`
      : phrase`빈 조회가 ${voidLookups}회 있었습니다(한도 2회). 답이 없는 이름: ${list({ shown: names, more: 0 })}`,
  "dead-target": ({ at, term }) =>
    phrase`${at} 레코드의 ${term} 항목이 가리키는 도메인에 SPF 레코드가 없습니다.`,
  "own-name": ({ name, domain }) =>
    phrase`보낸 서버의 역방향 이름은 ${name} 이름으로, ${domain} 도메인과 같은 기관의 것이며 정방향 주소도 일치합니다.`,
  "own-helo": ({ helo, domain }) =>
    phrase`보낸 서버가 HELO에서 밝힌 이름 ${helo} 값은 ${domain} 도메인과 같은 기관의 이름입니다. 다만 이 이름은 누구나 댈 수 있습니다.`,
  neighbour: ({ ip, network }) => phrase`${ip} 주소는 도메인이 허용한 ${network} 주소와 이웃한 주소입니다.`,
  "term-behind": ({ term }) =>
    phrase`레코드의 ${term} 항목이 이 서버에 해당하지만, 그 앞의 항목에서 판정이 끝나 쓰이지 않습니다.`,
  "term-names": ({ term }) =>
    phrase`레코드의 ${term} 항목이 이 서버에 해당하지만, 허용한다고 하지는 않습니다.`,
  "term-refuses": ({ term }) => phrase`레코드의 ${term} 항목이 이 서버의 발신을 금지합니다.`,
  provider: ({ provider, ip }) => phrase`${ip} 주소는 ${provider} 서비스의 발신 서버로 알려져 있습니다.`,
  "provider-used": ({ provider, term }) =>
    phrase`레코드의 ${term} 항목으로 보아 ${provider} 서비스와 같은 회사의 서비스를 이미 쓰고 있습니다.`,
  "mailbox-service": ({ domain }) =>
    phrase`${domain} 도메인은 누구나 가입하는 메일 서비스의 것으로, 이 서비스의 메일은 그 서비스의 서버로만 보낼 수 있습니다.`,
  "dynamic-name": ({ name }) =>
    phrase`보낸 서버의 역방향 이름 ${name} 값은 통신사가 가입자 회선에 붙이는 형식입니다.`,
  "no-name": ({ ip }) => phrase`${ip} 주소에는 확인된 역방향(PTR) 이름이 없습니다.`,
  "other-name": ({ name, domain }) =>
    phrase`보낸 서버의 역방향 이름은 ${name} 이름으로, ${domain} 도메인의 이름이 아닙니다.`,
  "other-helo": ({ helo, domain }) =>
    phrase`보낸 서버가 HELO에서 밝힌 이름 ${helo} 값은 ${domain} 도메인의 이름이 아닙니다.`,
  "helo-passes": ({ helo }) =>
    phrase`HELO 이름 ${helo} 값은 다른 도메인의 것이며, 그 도메인은 이 서버를 자기 서버로 인정합니다.`,
  "helo-fails": ({ helo, result }) => phrase`HELO 이름 ${helo} 값의 SPF 결과는 ${[result]}입니다.`,
  "helo-is-receiver": ({ helo, receiver }) =>
    phrase`보낸 서버가 HELO에서 메일을 받는 ${receiver} 서버 쪽의 이름을 댔습니다: ${helo}`,
  "helo-no-name": ({ helo }) =>
    phrase`HELO 이름 ${helo} 값은 메일 서버의 이름이 아니라, 개인용 컴퓨터나 장비가 대는 형식입니다.`,
  "forwarder-name": ({ name }) =>
    phrase`보낸 서버의 역방향 이름 ${name} 값은 메일 전달이나 메일링 리스트용 서버의 이름입니다.`,
  "sender-tag": ({ tag }) => [
    {
      srs: "보낸 사람 주소가 SRS로 바뀐 주소입니다. 메일을 전달하는 서버가 만드는 형식입니다.",
      batv: "보낸 사람 주소에 원래 서버의 서명(BATV)이 붙어 있습니다. 원래 서버에서 나간 뒤 전달된 메일로 보입니다.",
      verp: "보낸 사람 주소가 반송 처리용으로 만든 주소입니다. 발송 시스템이나 메일링 리스트가 쓰는 형식입니다.",
    }[tag],
  ],
  "sends-no-mail": ({ domain }) =>
    phrase`${domain} 도메인은 메일을 전혀 보내지 않는다고 공개했습니다(v=spf1 -all).`,
  closed: ({ domain }) => phrase`${domain} 도메인은 목록에 없는 서버의 발신을 금지합니다.`,
  open: ({ domain }) => phrase`${domain} 도메인은 목록에 없는 서버에 대해 아무것도 밝히지 않습니다.`,
};
