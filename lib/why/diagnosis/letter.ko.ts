import { phrase } from "@/lib/spf/explain/ko/phrase";
import type { LetterWords } from "./letter";

/** A text to pass on, in Korean. */
export const KO: LetterWords = {
  opening: {
    domain: (domain) =>
      phrase`${domain} 도메인의 메일 담당자께: 이 도메인의 주소로 보낸 메일이 받는 쪽의 SPF 검사에서 문제가 되어 알려 드립니다.`,
    receiver: (domain) =>
      phrase`받는 쪽 메일 서버의 담당자께: ${domain} 도메인의 주소로 보낸 메일이 SPF 검사에서 문제가 되어 알려 드립니다.`,
  },
  ip: (ip) => phrase`보낸 서버의 IP 주소: ${ip}`,
  domain: (domain) => phrase`보낸 사람의 도메인: ${domain}`,
  helo: (helo) => phrase`HELO 이름: ${helo}`,
  receiver: (receiver) => phrase`받는 서버: ${receiver}`,
  time: (time) => phrase`처리 시각: ${time}`,
  reply: (reply) => phrase`응답: ${reply}`,
  result: (then, now) =>
    then === null ? phrase`SPF 결과: 현재 ${[now]}` : phrase`SPF 결과: 당시 ${[then]}, 현재 ${[now]}`,
  cause: (title, certainty) => phrase`판단: ${[title]} (${[certainty]})`,
  record: () => phrase`위 내용을 확인한 뒤 등록할 수 있는 SPF 레코드의 예:`,
  authorising: (ip) =>
    phrase`위 내용을 확인한 뒤 등록할 수 있는 SPF 레코드의 예입니다. ${ip} 서버의 발신을 허용하는 레코드이므로, 직접 운영하거나 계약한 서버일 때만 등록하세요.`,
  closing: () => phrase`이 글은 메일 서버의 안내 페이지에서 자동으로 작성되었습니다.`,
};
