import type { Titles } from "./words";

/** Diagnoses in a few words, who must act, and how sure that is, in Korean. */
export const titles: Titles = {
  titles: {
    incomplete: "정보가 부족합니다",
    "bad-domain": "보낸 사람 주소의 도메인이 잘못되었습니다",
    passes: "지금은 문제가 없습니다",
    "fixed-since": "그 뒤에 해결되었습니다",
    "dns-recovered": "일시적인 조회 장애였습니다",
    "other-reason": "SPF가 아닌 다른 이유로 거부되었습니다",
    "receiving-site-mistake": "받는 쪽 서버의 설정 문제입니다",
    "dns-trouble": "보낸 도메인을 DNS에서 조회할 수 없습니다",
    "receiver-dns-trouble": "받는 쪽에서 DNS 조회를 마치지 못했습니다",
    "several-records": "SPF 레코드가 둘 이상입니다",
    "broken-record": "SPF 레코드에 문법 오류가 있습니다",
    "too-many-lookups": "SPF 레코드의 DNS 조회가 한도를 넘습니다",
    "too-many-voids": "SPF 레코드에 없는 이름이 많습니다",
    "dead-include": "SPF 레코드가 없는 도메인을 include로 가리킵니다",
    "dead-redirect": "SPF 레코드가 없는 도메인을 redirect로 가리킵니다",
    "no-record": "도메인에 SPF 레코드가 없습니다",
    helo: "보낸 서버의 HELO 이름이 확인되지 않습니다",
    "ip-missing": "SPF 레코드에 발신 서버가 빠져 있습니다",
    "provider-not-included": "SPF 레코드에 메일 서비스가 빠져 있습니다",
    "wrong-outgoing-server": "지정된 발신 서버를 거치지 않았습니다",
    forwarder: "메일이 다른 서버를 거쳐 전달되었습니다",
    forger: "다른 사람이 주소를 도용했습니다",
    unlisted: "SPF 레코드에 없는 서버에서 보냈습니다",
  },
  who: {
    nobody: "조치할 사람이 없습니다",
    sender: "보낸 사람",
    "senders-postmaster": "보낸 도메인의 메일 담당자",
    "receiving-site": "받는 쪽 메일 서버의 담당자",
    forwarder: "메일을 전달한 서버의 담당자",
    forger: "도용한 사람(조치할 일이 없습니다)",
  },
  certainty: { certain: "확실", likely: "유력", possible: "가능성 있음" },
};
