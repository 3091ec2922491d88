import { expect, test } from "vitest";
import { type SyslogForm, syslogWriter } from "./syslog-line";

const line = {
  time: Date.UTC(2026, 10, 4, 3, 6, 13, 740) + 0.965,
  host: "spf",
  program: "sendmail",
  pid: 448,
  text: "6B436D7D000448: x",
};

test.each<[SyslogForm, string]>([
  ["rfc3164", "Nov  4 12:06:13 spf sendmail[448]: 6B436D7D000448: x"],
  ["iso", "2026-11-04T12:06:13.740965+09:00 spf sendmail[448]: 6B436D7D000448: x"],
  ["rfc5424", "<22>1 2026-11-04T12:06:13.740965+09:00 spf sendmail 448 - - 6B436D7D000448: x"],
])("%s is written as rsyslog writes it", (form, expected) => {
  expect(syslogWriter(form, 540)(line)).toBe(expected);
});

test.each<[SyslogForm, string]>([
  ["rfc3164", "Nov  3 22:06:13 spf spfmilter: starting"],
  ["iso", "2026-11-03T22:06:13.740965-05:00 spf spfmilter: starting"],
  ["rfc5424", "<21>1 2026-11-03T22:06:13.740965-05:00 spf spfmilter - - - starting"],
])("%s without a pid, west of Greenwich", (form, expected) => {
  const other = { ...line, program: "spfmilter", pid: null, text: "starting", priority: 21 };
  expect(syslogWriter(form, -300)(other)).toBe(expected);
});
