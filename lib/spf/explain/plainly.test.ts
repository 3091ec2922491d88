import { expect, test } from "vitest";
import { LANGUAGES } from "../sentence";
import { decidedBy } from "./decided";
import { CASES, texts, traceIn } from "./explain.fixture";
import { explainPlainly } from "./plainly";

const JARGON = /mechanism|qualifier|\bTXT\b|perm.?error|temp.?error|SPF|메커니즘|한정자|수식자|레코드/i;

test.each(Object.entries(CASES))(
  "%s is told in 2 to 4 sentences of its own, without jargon",
  (name, [lines, mail]) => {
    const trace = traceIn({ "d.example": lines }, mail);
    const reason = trace.reason === "match" || trace.reason === "no-match" ? trace.result : trace.reason;
    expect(name.startsWith(reason)).toBe(true);
    for (const language of LANGUAGES) {
      const told = explainPlainly(trace, language);
      expect(told.length).toBeGreaterThanOrEqual(2);
      expect(told.length).toBeLessThanOrEqual(4);
      for (const { parts, rfc } of told) {
        for (const part of parts) if (typeof part === "string") expect(part).not.toMatch(JARGON);
        expect(rfc).toMatch(/^7208#section-/);
      }
    }
  },
);

test("no two cases are told the same", () => {
  for (const language of LANGUAGES) {
    const told = Object.values(CASES).map(
      ([lines, mail]) => texts(explainPlainly(traceIn({ "d.example": lines }, mail), language))[1],
    );
    expect(new Set(told).size).toBe(told.length);
  }
});

test("a fail by all is told with what one can do", () => {
  const trace = traceIn({ "d.example": ["TXT v=spf1 -all"] });
  expect(texts(explainPlainly(trace, "ko"))).toEqual([
    "받는 쪽 메일 서버가 [192.0.2.1] 서버에서 [d.example] 도메인의 주소로 메일을 보내도 되는지 확인했습니다.",
    "도메인이 공개한 발신 서버 목록에 [192.0.2.1] 서버가 없으며, 목록에 없는 서버는 메일을 보낼 수 없다고 되어 있습니다.",
    "그래서 받는 쪽 서버는 발신 주소를 도용한 메일로 보고 거부할 수 있습니다.",
    "직접 보낸 메일이라면 소속 기관이나 메일 서비스가 안내하는 메일 서버로 보냈는지 확인하세요. 맞게 보냈다면 [d.example] 도메인의 메일 담당자에게 [192.0.2.1] 서버를 허용 목록에 넣어 달라고 요청하세요. 보낸 적이 없다면 다른 사람이 주소를 도용한 것입니다.",
  ]);
});

test("an empty sender is told of by the server's name", () => {
  const trace = traceIn({ "mail.example": ["TXT v=spf1 -all"] }, { from: "" });
  expect(texts(explainPlainly(trace, "en"))[0]).toBe(
    "The server [192.0.2.1] gave its name as [mail.example], and the receiving mail server looked up whether it may use that name.",
  );
  expect(decidedBy(trace).at).toBe("mail.example");
});
