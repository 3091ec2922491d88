import { createElement } from "react";
import { describe, expect, test, vi } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { fixedZone } from "@/lib/logs/zone";
import type { ReplayReport } from "@/lib/queries/replay-report";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { readRecordsAddress, recordsHref } from "../address";
import { expectPlain, HOSTILE, markupOf, textOf } from "../traffic/markup.fixture";
import { NOW } from "../traffic/traffic.fixture";
import { countChanges } from "./count-changes";
import { matrixOf, replayed, replayReport } from "./replay.fixture";
import { ReplayView } from "./replay-view";
import type { ShownReplay } from "./shown-replay";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));

const DRAFT = replayReport().draft;
const ADDRESS = readRecordsAddress({ domain: "example.com", record: DRAFT, view: "replay" });
const PROGRESS = { messages: 1_200, total: 40_000, triples: 30 };

function viewOf(job: ShownReplay, language: Language = "en", draft = DRAFT): string {
  const props = { address: ADDRESS, domain: "example.com", draft, job, language };
  const markup = markupOf(createElement(ReplayView, { ...props, zone: fixedZone(540) }), language);
  expectPlain(markup);
  return markup;
}

function done(changed: Partial<ReplayReport> = {}): ShownReplay {
  const report = replayReport(changed);
  return { id: "abc", state: "done", progress: PROGRESS, report, fault: null };
}

const formsOf = (markup: string) =>
  [...markup.matchAll(/<form [^>]*action="([^"]*)"/g)].map(([, action]) => action);

describe.each(LANGUAGES)("a replay in %s", (language) => {
  const texts = TEXTS[language].recordReplay;

  test("is begun with the domain, the draft and the days", () => {
    const markup = viewOf({ state: "none" }, language);
    expect(formsOf(markup)).toEqual(["/records/replay"]);
    const fields = [...markup.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    expect(fields.map(([, name, value]) => [name, value])).toEqual([
      ["domain", "example.com"],
      ["record", DRAFT],
      ["days", "30"],
    ]);
  });

  test.each(["busy", "lost"] as const)("that is %s says so and can be begun", (state) => {
    const markup = viewOf({ state }, language);
    expect(textOf(markup)).toContain(texts.states[state]);
    expect(formsOf(markup)).toEqual(["/records/replay"]);
  });

  test.each(["waiting", "running"] as const)("that is %s says how far it is, and can be ended", (state) => {
    const job = { id: "a/b", state, progress: PROGRESS, report: null, fault: null } as const;
    const markup = viewOf(job, language);
    expect(formsOf(markup)).toEqual(["/records/replay/a%2Fb"]);
    expect(markup).toMatch(/<progress [^>]*max="40000"[^>]*value="1200"/);
    expect(textOf(markup)).toContain("1,200 / 40,000");
    expect(textOf(markup)).toContain(texts.running[state]);
    expect(markup).toContain("job=a%2Fb");
    const unknown = viewOf({ ...job, progress: { messages: 0, total: null, triples: 0 } }, language);
    expect(unknown).not.toMatch(/<progress [^>]*value=/);
  });

  test("that failed says why, with what it says shown as text", () => {
    const job = { id: "abc", state: "failed", progress: PROGRESS, report: null, fault: HOSTILE } as const;
    const text = textOf(viewOf(job, language));
    expect(text).toContain(texts.states.failed);
    expect(text).toContain("<script>alert(1)</script>");
  });

  test("says first what would change", () => {
    expect(textOf(viewOf(done(), language))).toContain(
      language === "en"
        ? "37 messages begin to pass, 2 cease to. 12,403 unchanged."
        : "37통이 새로 통과하고, 2통이 더는 통과하지 못합니다. 12,403통은 그대로입니다.",
    );
    const same = done({ matrix: matrixOf({ "pass>pass": 9 }), clients: [] });
    expect(textOf(viewOf(same, language))).toContain(texts.clients.none);
  });

  test("says what is missing", () => {
    const missing = { unusable: 7, unlistedClients: 1_234, published: null, oldestStored: NOW - 86_400_000 };
    const text = textOf(viewOf(done(missing), language));
    expect(text).toContain(texts.notes.noRecord);
    const unanswered = done({ ...missing, isPublishedKnown: false });
    expect(textOf(viewOf(unanswered, language))).not.toContain(texts.notes.noRecord);
    expect(text).toContain("1,234");
    expect(text).toMatch(language === "en" ? /stored from Nov 23, 2026/ : /메일 기록은 2026년 11월 23일/);
    const open = { matrix: matrixOf({ "temperror>pass": 3, "fail>temperror": 4, "temperror>temperror": 5 }) };
    expect(textOf(viewOf(done(open), language))).toMatch(language === "en" ? /12 messages/ : /메일 12통/);
    expect(textOf(viewOf(done(), language))).not.toMatch(language === "en" ? /stored from/ : /메일 기록은/);
  });

  test("of no messages says so", () => {
    const nothing = { messages: 0, matrix: matrixOf({}), loggedMatrix: matrixOf({}, 8), clients: [] };
    const text = textOf(viewOf(done({ ...nothing, oldestStored: null }), language));
    expect(text).toContain(texts.empty);
    expect(text).toContain(texts.notes.nothingStored);
  });

  test("shows what strangers wrote as text", () => {
    const evil = { host: HOSTILE, queueId: HOSTILE, time: NOW, envelopeFrom: HOSTILE, helo: HOSTILE };
    const client = replayed({
      ip: HOSTILE,
      clientName: HOSTILE,
      draftTerm: HOSTILE,
      publishedTerm: HOSTILE,
      examples: [evil],
    });
    const markup = viewOf(done({ draft: HOSTILE, clients: [client] }), language);
    expect(textOf(markup)).toContain("<script>alert(1)</script>");
    expect(textOf(markup)).toContain(texts.otherDraft);
  });
});

test("examples lead to their messages", () => {
  expect(viewOf(done())).toContain('href="/messages/mx1/4AO0Qx012345"');
});

test("a draft that has changed since is told", () => {
  expect(textOf(viewOf(done(), "en", `${DRAFT} `))).toContain(TEXTS.en.recordReplay.otherDraft);
  expect(textOf(viewOf(done()))).not.toContain(TEXTS.en.recordReplay.otherDraft);
});

test("publishing is the next step of the draft that was tried, where it is another than what is published", () => {
  const step = `href="${recordsHref(ADDRESS, { view: "publish" }).replaceAll("&", "&amp;")}"`;
  expect(viewOf(done())).toContain(step);
  expect(viewOf(done(), "en", `${DRAFT} `)).not.toContain(step);
  expect(viewOf(done({ published: DRAFT }))).not.toContain(step);
  expect(viewOf(done({ messages: 0 }))).not.toContain(step);
});

test("numbers of any size stay within their table, and thousands of clients within the page", () => {
  const clients = Array.from({ length: 3_000 }, (_, n) => replayed({ ip: `10.0.${n >> 8}.${n & 255}` }));
  const markup = viewOf(done({ clients, matrix: matrixOf({ "fail>pass": 9_007_199_254_740_991 }) }));
  expect(textOf(markup)).toContain("9,007,199,254,740,991");
  expect(textOf(markup)).toContain("2,800 servers with few messages are not shown.");
  expect(Buffer.byteLength(markup)).toBeLessThan(1_000_000);
});

test("twenty clients whose result changes are listed at once, after what a strict end would cost", () => {
  const clients = Array.from({ length: 23 }, (_, n) => replayed({ ip: `192.0.2.${n}` }));
  const markup = viewOf(done({ clients }));
  const [atOnce, folded] = markup.split("Show 3 more servers whose result changes");
  expect(atOnce!.match(/data-label="Server"/g)).toHaveLength(20);
  expect(folded!.match(/data-label="Server"/g)).toHaveLength(3);
  const { enforcement, clients: texts } = TEXTS.en.recordReplay;
  expect(textOf(markup).indexOf(enforcement.title)).toBeLessThan(textOf(markup).indexOf(texts.title));
});

test("a client whose messages are decided by different terms is listed with each", () => {
  const clients = [replayed(), replayed({ draftTerm: "mx" })];
  expect(viewOf(done({ clients })).match(/data-label="Server"/g)).toHaveLength(2);
});

test("changes are counted by what they mean", () => {
  const matrix = matrixOf({ "none>pass": 5, "pass>softfail": 3, "fail>softfail": 2, "fail>fail": 1 });
  expect(countChanges({ matrix })).toEqual({
    gained: 5,
    lost: 3,
    otherwise: 2,
    same: 1,
    changes: [
      { from: "none", to: "pass", messages: 5 },
      { from: "pass", to: "softfail", messages: 3 },
      { from: "fail", to: "softfail", messages: 2 },
    ],
  });
});
