import { phrase } from "../explain/ko/phrase";
import type { EvidenceWords } from "./evidence-words";

/** Evidence for a role, in Korean. */
export const WORDS_KO: EvidenceWords = {
  "own-host": ({ domain }) => phrase`${domain} 도메인의 A·AAAA·MX 레코드가 가리키는 서버의 주소입니다.`,
  "near-own-host": ({ network }) => phrase`도메인 자체 서버와 같은 ${network} 대역에 있습니다.`,
  "own-name": ({ name }) =>
    phrase`역방향 이름 ${name} 값은 이 도메인에 속하고, 정방향 주소도 이 서버와 일치합니다.`,
  "own-line": ({ name }) =>
    phrase`역방향 이름 ${name} 값은 이 도메인에 속하지만, 통신사나 호스팅 업체가 가입자에게 붙이는 형식이라 도메인 자체 서버라는 근거가 되지 않습니다.`,
  "kin-name": ({ name }) =>
    phrase`확인된 역방향 이름 ${name} 값은 이 도메인의 상위 도메인에 속합니다. 같은 기관의 서버인 경우가 많지만 확실하지는 않습니다.`,
  "claimed-name": ({ name }) =>
    phrase`이 도메인에 속하는 ${name} 이름을 대지만, DNS로 확인되지 않습니다. 이 이름은 누구나 댈 수 있습니다.`,
  "record-passes": ({ term }) => phrase`게시된 레코드의 ${term} 항목이 이미 이 서버를 허용합니다.`,
  "private-address": ({ ip }) =>
    phrase`${ip} 주소는 인터넷에 공개된 주소가 아니므로 SPF 레코드로 허용할 수 없습니다.`,
  "record-open": ({ domain }) =>
    phrase`${domain} 도메인의 게시된 레코드는 거의 모든 주소를 허용하므로, 통과하더라도 근거가 되지 않습니다.`,
  steady: ({ messages, days }) => phrase`${days}일에 걸쳐 메일 ${messages}통을 꾸준히 보냈습니다.`,
  exclusive: ({ domain }) =>
    phrase`다른 도메인의 이름으로는 보내지 않고 ${domain} 도메인의 이름으로만 메일을 보냈습니다.`,
  provider: ({ provider, include }) =>
    phrase`${provider} 서비스의 발신 서버입니다. 지금 ${include} 레코드가 이 주소를 허용합니다.`,
  "provider-unproven": ({ provider, include }) =>
    phrase`${provider} 서비스의 것으로 알려진 대역에 있지만, ${include} 레코드가 이 주소를 허용하는지는 확인되지 않았습니다.`,
  "receives-mail": ({ host }) => phrase`이 도메인의 메일을 받는 서비스입니다(MX ${host}).`,
  "provider-untied": ({ provider }) =>
    phrase`이 도메인이 ${provider} 서비스를 이용한다는 근거는 DNS에 없습니다. 이 서비스의 다른 고객도 이렇게 메일을 보낼 수 있습니다.`,
  "few-messages": ({ messages, days }) =>
    phrase`메일이 ${days}일 동안 ${messages}통뿐이라, 꾸준히 보내는 서버인지 알 수 없습니다.`,
  "passed-then": ({ passed, messages }) =>
    phrase`로그에는 메일 ${messages}통 중 ${passed}통이 pass로 남아 있지만, 지금 게시된 레코드는 이 서버를 허용하지 않습니다. 로그인한 사용자(SMTP AUTH)가 보낸 메일이면 레코드에 넣을 필요가 없습니다. 아니라면 그 뒤에 레코드가 바뀐 것입니다.`,
  "many-domains": ({ domains }) => phrase`다른 도메인 ${domains}개의 이름으로도 메일을 보냈습니다.`,
  "fails-elsewhere": ({ failed, messages }) =>
    phrase`다른 도메인의 이름으로 보낸 메일 ${messages}통 중 ${failed}통도 SPF에 실패했습니다.`,
  "other-name": ({ name }) => phrase`확인된 역방향 이름은 ${name} 이름이며, 이 도메인에 속하지 않습니다.`,
  "forwarder-name": ({ name }) =>
    phrase`확인된 역방향 이름 ${name} 값은 메일 전달이나 메일링 리스트용 서버의 이름입니다.`,
  delivered: ({ delivered, messages }) =>
    phrase`메일 ${messages}통 중 ${delivered}통이 정상적으로 배달되었습니다.`,
  fails: ({ failed, messages }) => phrase`메일 ${messages}통 중 ${failed}통이 SPF에 실패했습니다.`,
  "no-name": ({ ip }) => phrase`${ip} 주소에는 정방향 주소와 일치하는 역방향(PTR) 이름이 없습니다.`,
  "generic-name": ({ name }) =>
    phrase`역방향 이름 ${name} 값은 통신사나 호스팅 업체가 가입자에게 붙이는 형식입니다.`,
  "helo-literal": ({ helo }) => phrase`HELO에서 이름 대신 주소를 댔습니다: ${helo}`,
  "helo-is-domain": ({ helo }) => phrase`HELO에서 서버 이름이 아니라 도메인 자체를 댔습니다: ${helo}`,
  "helo-local": ({ helo }) => phrase`HELO에서, 인터넷에서 쓸 수 없는 이름을 댔습니다: ${helo}`,
  "many-helos": ({ helos }) => phrase`HELO에서 서로 다른 이름을 ${helos}개나 댔습니다.`,
  "many-senders": ({ senders }) => phrase`거의 모든 메일의 발신 주소가 서로 다릅니다(모두 ${senders}개).`,
  burst: ({ messages, hours }) => phrase`메일 ${messages}통을 ${hours}시간 안에 몰아서 보냈습니다.`,
  refused: ({ refused, messages }) =>
    phrase`메일 ${messages}통 중 ${refused}통이 거부되거나 의심스러운 메일로 표시되었습니다.`,
};
