import type { CheckerName, CheckerWords } from "./checker-lines";

const OWN = "보낸 도메인이 설명문(exp=)을 따로 두었으면 링크 대신 그 설명문이 나갑니다.";
const FILES =
  "첫째 파일은 Postfix 정책 서버, 둘째 파일은 milter의 설정입니다. 배포판에 따라 경로가 다를 수 있습니다.";

export const words: Record<CheckerName, CheckerWords> = {
  spfmilter: {
    place: "spfmilter를 시작하는 명령에서 소켓 앞",
    notes: [
      "systemd 유닛 파일에 적을 때는 %를 모두 %%로 적습니다.",
      "--markonly로 실행하면 거부하지 않으므로 링크도 나가지 않습니다.",
      OWN,
    ],
  },
  "smf-spf": {
    place: null,
    notes: [
      "값은 보낸 사람, IP 주소, 서버 이름 순서로 들어갑니다. 순서를 바꾸려면 %2$s처럼 번호를 붙입니다.",
      "적은 뒤 smf-spf를 다시 시작하세요. RefuseFail이 켜져 있어야 이 문구로 거부합니다.",
      "예제 설정에 RejectReason이 없는 버전은 문구를 바꿀 수 없습니다.",
    ],
  },
  "spf-engine": {
    place: null,
    notes: [
      FILES,
      "Reason_URL을 아는 버전에서만 됩니다. 다른 버전은 로그에 ‘ERROR parsing line’을 남기므로 pypolicyd-spf의 설정을 쓰세요.",
      "{3}은 받는 사람의 주소이므로 링크에 남지 않도록 넣지 않았습니다.",
    ],
  },
  "pypolicyd-spf": {
    place: null,
    notes: [
      FILES,
      "이 버전은 값에 ‘=’를 쓸 수 없어 링크에 보낸 사람을 넣지 못합니다. 안내 페이지에서 반송 메일을 붙여 넣게 됩니다.",
    ],
  },
  "policyd-spf-perl": {
    place: null,
    notes: [
      "문구가 설정 파일이 아니라 프로그램 안에 있습니다. /usr/local/sbin에 복사해 고치고 master.cf에서 그 파일을 쓰면 업그레이드해도 남습니다.",
      OWN,
    ],
  },
  exim: {
    place: null,
    notes: [
      "첫 줄은 main 부분에, 나머지는 거부하는 ACL에 넣습니다.",
      "서식에는 빈칸을 쓸 수 없으므로 %_로 적습니다.",
      OWN,
    ],
  },
  "exim-debian": {
    place: null,
    notes: [
      "CHECK_RCPT_SPF 아래에 있는 message를 이것으로 바꿉니다. 설정을 나누어 쓰지 않으면 /etc/exim4/exim4.conf.template에 있습니다.",
      "그 뒤 update-exim4.conf를 실행하고 Exim을 다시 시작하세요. CHECK_RCPT_SPF를 설정해야 검사합니다.",
    ],
  },
  "mail-spf": { place: "이 모듈을 쓰는 프로그램", notes: [OWN] },
  mtpolicyd: { place: null, notes: [OWN] },
  haraka: {
    place: null,
    notes: [
      "주소가 플러그인 안에 고정되어 있으므로 openspf.org 주소를 이것으로 바꿉니다. 플러그인을 업데이트하면 되돌아갑니다.",
      "openspf_text를 켜야 링크가 나갑니다. [deny_relay]에는 따로 설정합니다.",
    ],
  },
  pymilter: {
    place: "spfmilter.py 또는 bms.py에서 openspf.org나 openspf.net 주소 대신",
    notes: ["문구가 프로그램 안에 있어 업그레이드하면 되돌아갑니다."],
  },
  libspf2: {
    place: "스크립트에서 spfquery를 부르는 곳",
    notes: [
      "라이브러리에 openspf.org 주소가 들어 있습니다. 다른 프로그램은 이를 바꾸는 설정(SPF_server_set_explanation)이 있을 때만 바꿀 수 있고, 없으면 라이브러리를 다시 빌드해야 합니다.",
      OWN,
    ],
  },
  rspamd: {
    place: null,
    notes: [
      "rspamd가 어차피 거부하는 메일 중 SPF가 fail인 메일의 문구만 바꿉니다. 거부하는 메일이 늘지는 않습니다.",
      "링크에 보낸 사람이 들어가지 않습니다. 안내 페이지에서 반송 메일을 붙여 넣게 됩니다.",
    ],
  },
  opendmarc: {
    place: null,
    notes: [
      "OpenDMARC는 SPF가 검사하는 주소가 아니라 From: 헤더를 다룹니다. 보낸 사람과 IP 주소가 든 링크는 만들 수 없습니다.",
      "문구에는 %s가 한 번 들어가야 합니다. SPF 안내 링크가 필요하면 앞단의 SPF 검사 프로그램에서 거부하거나, 값이 없는 링크로 두세요.",
    ],
  },
  spamassassin: {
    place: null,
    notes: [
      "점수만 매기고 SMTP 응답은 하지 않으므로 링크를 넣을 곳이 없습니다. 거부하는 프로그램에서 링크를 넣으세요.",
    ],
  },
};
