import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { fixedZone } from "@/lib/logs/zone";
import type { EnforcementReport } from "@/lib/queries/enforcement-report";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { expectPlain, HOSTILE, markupOf, textOf } from "../traffic/markup.fixture";
import { NOW } from "../traffic/traffic.fixture";
import { bounced, enforcement, FATES } from "./enforcement.fixture";
import { allowedEntries, readEnforcementAddress } from "./enforcement-address";
import { EnforcementView } from "./enforcement-view";

interface Given {
  report?: EnforcementReport;
  query?: Record<string, string | string[]>;
  unusable?: string[];
  language?: Language;
}

function viewOf({ report = enforcement(), query = {}, unusable = [], language = "en" }: Given = {}): string {
  const props = { address: readEnforcementAddress(query), unusable, report, zone: fixedZone(540) };
  const markup = markupOf(createElement(EnforcementView, props), language);
  expectPlain(markup);
  return markup;
}

describe.each(LANGUAGES)("a stricter policy in %s", (language) => {
  const { sum, domains } = TEXTS[language].recordEnforcement;

  test("says first what would have bounced", () => {
    expect(textOf(viewOf({ language }))).toContain(
      language === "en"
        ? "With fail and softfail refused, 41 accepted messages from 2 domains would have bounced."
        : "fail 및 softfail 결과를 거부했다면, 받은 메일 가운데 도메인 2개의 41통이 반송되었을 것입니다.",
    );
  });

  test("says what became of them right after how many there are", () => {
    const text = textOf(viewOf({ report: enforcement({ tagged: 11, delivered: 30 }), language }));
    const [fates, range] =
      language === "en" ? ["Of these, 11", "Looked at"] : ["그중 11통", "살펴보았습니다"];
    expect(text).toContain(fates);
    expect(text.indexOf(fates)).toBeLessThan(text.indexOf(range));
  });

  test("says what is missing", () => {
    const report = enforcement({
      notLogged: 7_001,
      allowed: 8_002,
      unlistedDomains: 9_003,
      refused: 6_004,
      withoutDomain: 5_005,
      isAll: false,
      oldestStored: NOW - 1,
    });
    const text = textOf(viewOf({ report, language }));
    for (const count of ["7,001", "8,002", "9,003", "6,004", "5,005"]) expect(text).toContain(count);
    expect(text).toContain(sum.newestOnly);
    expect(text).toMatch(language === "en" ? /stored from Nov 24, 2026/ : /2026년 11월 24일 11:59부터/);
  });

  test("without mail, or where nothing would have bounced, says so", () => {
    const nothing = { messages: 0, bounced: 0, domains: [] };
    const stored = textOf(viewOf({ report: enforcement(nothing), language }));
    const named = language === "en" ? "fail and softfail" : "fail 및 softfail";
    expect(stored).toContain(sum.nothing.replace("{results}", named));
    expect(textOf(viewOf({ report: enforcement({ ...nothing, oldestStored: null }), language }))).toContain(
      sum.nothingStored,
    );
  });

  test("shows what strangers wrote as text", () => {
    const example = { host: HOSTILE, queueId: HOSTILE, time: NOW, envelopeFrom: HOSTILE, helo: HOSTILE };
    const client = bounced({ ip: HOSTILE, clientName: HOSTILE, examples: [example] });
    const report = enforcement({
      domains: [{ domain: HOSTILE, messages: 1, clients: [client], unlistedClients: 2, ...FATES }],
    });
    const markup = viewOf({ report, language, unusable: [HOSTILE], query: { allow: "<script>" } });
    expect(textOf(markup)).toContain("<script>alert(1)</script>");
    expect(textOf(markup)).toContain(domains.draft);
  });
});

test("the form holds what was asked", () => {
  const markup = viewOf({ query: { days: "90", result: ["softfail", "permerror"], allow: "192.0.2.0/24" } });
  expect(markup).toMatch(/<option value="90" selected="">/);
  const ticked = (markup.match(/<input type="checkbox"[^>]*>/g) ?? []).filter((input) =>
    input.includes("checked"),
  );
  expect(ticked.map((input) => /value="([a-z]+)"/.exec(input)![1])).toEqual(["softfail", "permerror"]);
  expect(markup).toContain(">192.0.2.0/24</textarea>");
});

test("hundreds of domains stay within the page", () => {
  const domains = Array.from({ length: 900 }, (_, n) => ({
    domain: `d${n}.example`,
    messages: 5,
    clients: Array.from({ length: 100 }, (_, k) => bounced({ ip: `10.0.0.${k}` })),
    unlistedClients: 0,
    ...FATES,
  }));
  const markup = viewOf({ report: enforcement({ domains: domains.slice(0, 120), unlistedDomains: 780 }) });
  expect(textOf(markup)).toContain("800 domains with few messages are not shown.");
  expect(markup.match(/<details/g)).toHaveLength(100);
});

test.each([
  [{}, { days: 30, results: ["fail", "softfail"], allow: "" }],
  [
    { days: "8", result: "pass" },
    { days: 30, results: ["fail", "softfail"], allow: "" },
  ],
  [
    { days: ["7", "90"], result: ["permerror", "none", "fail"] },
    { days: 7, results: ["fail", "permerror"], allow: "" },
  ],
])("an address %j asks %j", (given, asked) => {
  expect(readEnforcementAddress(given)).toEqual(asked);
});

test("an allow-list is divided by blanks, commas and lines", () => {
  expect(allowedEntries(" 192.0.2.0/24,2001:db8::/32\n192.0.2.0/24;x ")).toEqual([
    "192.0.2.0/24",
    "2001:db8::/32",
    "x",
  ]);
});
