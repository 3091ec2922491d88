import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import type { WhyAnswer } from "@/lib/why/answer";
import { d, GUIDE, inputOf, type Mail } from "@/lib/why/diagnosis/case.fixture";
import { CASES } from "@/lib/why/diagnosis/cases.fixture";
import { diagnose } from "@/lib/why/diagnosis/diagnose";
import { readWhyUrl } from "@/lib/why/read-url";
import { WhyPage } from "./why-page";

/** The answer about a message, with live checks in a zone, as the page would get it. */
function answerOf(zone: Record<string, string[]>, mail: Mail = {}): WhyAnswer {
  const input = inputOf(zone, mail);
  const { request, now: checks, then, suggestion, clientNames } = input;
  const now = request.identity === "helo" ? checks.helo : (checks.mailfrom ?? checks.helo);
  const rest = { others: [], clientNames, suggestion, retryAfter: null };
  return { request, checks, now, then, diagnosis: diagnose(input), ...rest };
}

/** The answer to a link that too little is known of to check. */
function linkAlone(link: string, retryAfter: number | null = null): WhyAnswer {
  const nothing = { now: null, then: null, others: [], clientNames: [], diagnosis: null, suggestion: null };
  return { request: readWhyUrl(link), checks: { mailfrom: null, helo: null }, ...nothing, retryAfter };
}

function pageOf(answer: WhyAnswer, language: Language, isUnread = false): string {
  const faults: unknown[] = [];
  const children = createElement(WhyPage, { answer, language, isUnread });
  const onError = (error: unknown) => faults.push(error);
  const props = { locale: language, messages: TEXTS[language], timeZone: "UTC", onError, children };
  const markup = renderToStaticMarkup(createElement(NextIntlClientProvider, props));
  expect(faults).toEqual([]);
  return markup;
}

/** What holds of the page whatever it says. */
function expectPlain(markup: string): void {
  expect(markup).not.toMatch(/<(?:script|style|iframe|img|object|embed|base|link|meta)\b/i);
  const tags = (markup.match(/<[a-z][^>]*>/gi) ?? []).map((tag) => tag.replace(/"[^"]*"/g, ""));
  expect(tags.filter((tag) => /\s(?:style|on[a-z]+|srcdoc)\s*=/i.test(tag))).toEqual([]);
  expect(markup).not.toMatch(/why\.[a-z]+\.|undefined|\[object/);
  expect(markup.match(/<h1\b/g)).toHaveLength(1);
  const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, named] of markup.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"|for="([^"]*)"/g))
    if (named !== undefined) expect(ids).toContain(named);
  for (const [, to] of markup.matchAll(/<a href="([^"]*)"/g))
    expect(to).toMatch(/^#|^https:\/\/www\.rfc-editor\.org\//);
  expect(Buffer.byteLength(markup)).toBeLessThan(60_000);
}

const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'");

describe.each(LANGUAGES)("the why page in %s", (language) => {
  test.each(CASES)("is whole without script: %s", (_, _verdict, _e, _a, zone, mail) => {
    const answer = answerOf(zone, mail);
    const markup = pageOf(answer, language);
    expectPlain(markup);
    expect(markup.includes('id="sent"')).toBe(answer.diagnosis!.kind !== "incomplete");
    const forms = [...markup.matchAll(/<form [^>]*?action="([^"]*)" method="([^"]*)"/g)];
    expect(forms.map(([, action, method]) => `${method} ${action}`).sort()).toEqual([
      "get /why",
      "post /why/bounce",
    ]);
  });

  test("says of the guide's case what to do, marks the edit, and gives both ends", () => {
    const answer = answerOf(GUIDE, {
      ip: "9.8.7.6",
      from: "kisa@kisarbl.or.kr",
      receiver: "mx.receiver.example",
    });
    const markup = pageOf(answer, language);
    const text = textOf(markup);
    const ends = { fail: "-all", softfail: "~all" };
    for (const end of Object.values(ends))
      expect(text).toContain(
        `kisarbl.or.kr. IN TXT "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 ip4:9.8.7.6 ${end}"`,
      );
    expect(textOf(/<ins\b.*?<\/ins>/.exec(markup)![0])).toContain("ip4:9.8.7.6");
    expect(text).toContain(TEXTS[language].why.suggestion.onlyYours);
    expect(textOf(/<h1\b.*?<\/h1>/.exec(markup)![0])).toContain("9.8.7.6");
    expect(text).toContain("Received-SPF: fail (mx.receiver.example: kisarbl.or.kr does not let 9.8.7.6");
    expect(text).toContain("WhitelistIP 9.8.7.6/32");
    expect(markup).toContain('<a href="https://www.rfc-editor.org/rfc/rfc7208#section-');
    expect(
      markup.match(/<a [^>]*rfc-editor[^>]*>/g)!.every((link) => link.includes('rel="noreferrer"')),
    ).toBe(true);
  });
});

test("what was and what is stand first where the record was mended since", () => {
  const answer = answerOf(d("TXT v=spf1 ip4:192.0.2.1 -all"), {
    log: { replyText: "no <b>mail</b>", clientName: "mail.d.example" },
  });
  const markup = pageOf(answer, "en");
  const header = textOf(/<header.*?<\/header>/.exec(markup)![0]);
  expect(header).toMatch(/^Thenfail→SPF result nowpass/);
  expect(header).toContain("again");
  expect(textOf(markup)).toContain("2023-11-13 09:00:00 +09:00");
  expect(markup).toContain("no &lt;b&gt;mail&lt;/b&gt;");
});

test("no record is suggested for a forger or a forwarder, and it says why", () => {
  const closed = d("TXT v=spf1 -all");
  const { none } = TEXTS.en.why;
  expect(textOf(pageOf(answerOf(closed, { helo: "mail.d.example" }), "en"))).toContain(none.withheld.forger);
  const forwarded = pageOf(answerOf(d("TXT v=spf1 mx -all"), { names: ["lists.other.example"] }), "en");
  expect(textOf(forwarded)).toContain(none.withheld.forwarder);
  expect(forwarded).not.toContain("<ins");
});

test("a bare link gets an explanation and both forms, and finds no fault", () => {
  const markup = pageOf(linkAlone("/why"), "ko");
  expectPlain(markup);
  expect(markup).toContain(TEXTS.ko.why.unanswered.welcome.title);
  expect(markup.indexOf('id="bounce"')).toBeLessThan(markup.indexOf('id="form"'));
  expect(markup).not.toContain('aria-invalid="');
});

test("each field says what is wrong with it, beside it", () => {
  const markup = pageOf(linkAlone("/why?id=%25%7BS%7D&ip=999.1.1.1&receiver=mx.b.example"), "en");
  expectPlain(markup);
  expect(markup).toContain(TEXTS.en.why.unanswered.partial.title);
  expect(/<input id="why-ip"[^>]*>/.exec(markup)![0]).toMatch(
    /aria-invalid="true" aria-describedby="ip-problems"/,
  );
  expect(textOf(/id="ip-problems".*?<\/div>/.exec(markup)![0])).toContain("999.1.1.1");
  expect(/<input id="why-receiver"[^>]*>/.exec(markup)![0]).toContain('value="mx.b.example"');
});

test("too many questions are answered with when to come again, and an unread bounce with what to do", () => {
  expect(textOf(pageOf(linkAlone("/why?id=a@b.example&ip=192.0.2.1", 42), "en"))).toContain("42 seconds");
  expect(pageOf(linkAlone("/why"), "en", true)).toContain(TEXTS.en.why.bounce.unread);
});

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>\u202e\u0000`;

test("text of strangers is escaped, and what hides in it is marked", () => {
  const exp = `${HOSTILE}${"x".repeat(5_000)}`.replace(/[^ -~]/g, "\u0001");
  const zone = {
    "d.example": [`TXT v=spf1 include:<b>.d.example ${HOSTILE} -all`, "TXT other"],
    "e.example": ["TXT v=spf1 exp=x.e.example -all"],
    "x.e.example": [`TXT ${exp}`],
  };
  const from = `"${HOSTILE}"@d.example`;
  for (const language of LANGUAGES) {
    const shown = pageOf(answerOf(zone, { from, helo: "e.example", names: ["<i>.example"] }), language);
    expectPlain(shown);
    expect(shown).toContain("⟨U+202E⟩");
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
    expectPlain(
      pageOf(answerOf(zone, { from: "a@e.example", log: { replyText: HOSTILE.repeat(100) } }), language),
    );
  }
});

test("records of any size stay within a page", () => {
  const broken = `TXT v=spf1 ${"moo:x ".repeat(9_000)}-all`;
  const wide = `TXT v=spf1 ${Array.from({ length: 3_000 }, (_, n) => `ip4:10.${n >> 8}.${n & 255}.1`).join(" ")} -all`;
  const deep = Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [
      `${n}.d.example`,
      [`TXT v=spf1 ${Array.from({ length: 30 }, (_, k) => `exists:%{i}.${k}.n${n}.example`).join(" ")} -all`],
    ]),
  );
  const includes = `TXT v=spf1 ${Array.from({ length: 12 }, (_, n) => `include:${n}.d.example`).join(" ")} -all`;
  for (const zone of [d(broken), d(wide), { ...d(includes), ...deep }])
    for (const language of LANGUAGES) expectPlain(pageOf(answerOf(zone), language));
});
