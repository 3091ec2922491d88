/** Domains under which services give addresses to anyone, in Korea and elsewhere. */
const SERVICES = new Set(
  [
    "naver.com daum.net hanmail.net kakao.com nate.com korea.com hanmir.com",
    "gmail.com googlemail.com outlook.com outlook.kr hotmail.com hotmail.co.kr live.com live.co.kr msn.com",
    "yahoo.com yahoo.co.kr yahoo.co.jp yahoo.co.uk aol.com icloud.com me.com mac.com",
    "gmx.com gmx.de gmx.net web.de mail.ru yandex.ru yandex.com proton.me protonmail.com zoho.com fastmail.com",
    "qq.com 163.com 126.com sina.com",
  ]
    .join(" ")
    .split(" "),
);

/** Whether a domain is one whose addresses anyone can have, so that its users cannot change its records. */
export function isMailboxService(domain: string): boolean {
  return SERVICES.has(domain.toLowerCase());
}
