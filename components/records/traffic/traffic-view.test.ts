import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { fixedZone } from "@/lib/logs/zone";
import type { TrafficReport } from "@/lib/queries/traffic-report";
import type { TrafficFinding } from "@/lib/spf/senders/traffic-findings";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { readRecordsAddress, recordsHref } from "../address";
import type { GroupHrefs } from "./group-tick";
import { expectPlain, HOSTILE, markupOf, textOf } from "./markup.fixture";
import { group, NO_TRAFFIC, NOW, sender, trafficReport } from "./traffic.fixture";
import { TrafficView } from "./traffic-view";

const ADDRESS = readRecordsAddress({ domain: "example.com", record: "v=spf1 mx -all", view: "traffic" });

function viewOf(
  report: TrafficReport,
  language: Language = "en",
  hrefs?: Record<string, GroupHrefs>,
  address = ADDRESS,
): string {
  const of = (record: string) => recordsHref(ADDRESS, { record });
  const own = report.groups.map(({ key }): [string, GroupHrefs] => [
    key,
    { on: of(`on ${key}`), off: of(`off ${key}`), whole: of(`whole ${key}`) },
  ]);
  const props = { report, address, hrefs: hrefs ?? Object.fromEntries(own), language };
  const markup = markupOf(createElement(TrafficView, { ...props, zone: fixedZone(540) }), language);
  expectPlain(markup);
  return markup;
}

const UNCOVERED: TrafficFinding = {
  rule: "own-host-uncovered",
  severity: "warning",
  from: 10,
  to: 14,
  values: { ip: "198.51.100.2", name: "news2.example.com", messages: 800, result: "fail", term: "-all" },
};

/** The row of a group, from its heading's item to the next. */
const rowOf = (markup: string, name: string) =>
  markup.split('<li class="space-y-2').find((row) => row.includes(`${name}<`))!;
const hrefOf = (text: string) => `record=${new URLSearchParams({ text }).toString().slice(5)}`;

test.each([30, 365])(
  "past mail of the same %i days is the next step of a draft that is not published",
  (days) => {
    const address = { ...ADDRESS, days };
    const step = `href="${recordsHref(address, { view: "replay" }).replaceAll("&", "&amp;")}"`;
    const of = (changed: Partial<TrafficReport>) => viewOf(trafficReport(changed), "en", undefined, address);
    expect(of({ published: "v=spf1 -all" })).toContain(step);
    expect(of({})).not.toContain(step);
    expect(of({ published: "v=spf1 -all", ...NO_TRAFFIC })).not.toContain(step);
    expect(of({ published: null, draft: "" })).not.toContain(step);
  },
);

describe.each(LANGUAGES)("the traffic in %s", (language) => {
  test("says first how many sent, who is not known, and who forges", () => {
    const text = textOf(viewOf(trafficReport(), language));
    expect(text).toContain("12,503");
    expect(text).toContain(
      language === "en"
        ? "12,503 messages from 7 servers. 2 servers that this record does not pass look like your own. 1 server looks like a forger."
        : "서버 7대가 메일 12,503통을 보냈습니다. 직접 쓰는 것으로 보이지만 이 레코드로 통과하지 못하는 서버가 2대 있습니다. 주소를 도용하는 것으로 보이는 서버가 1대 있습니다.",
    );
  });

  test("tells what is found before all else, with the term that is to blame and what it rests on", () => {
    const nobody: TrafficFinding = {
      rule: "null-record-sends",
      severity: "warning",
      from: 0,
      to: 14,
      values: { domain: "example.com", servers: 2, messages: 1_200, ip: "198.51.100.2" },
    };
    const markup = viewOf(trafficReport({ findings: [UNCOVERED, nobody] }), language);
    const [uncovered, whole] = [...markup.matchAll(/<li class="flex gap-3.*?<\/li>/g)].map(([item]) => item);
    const { warning } = TEXTS[language].recordTree.findings.severities;
    expect(textOf(uncovered!).trim()).toMatch(
      language === "en"
        ? new RegExp(`^${warning} +-all +198\\.51\\.100\\.2 \\( *news2\\.example\\.com *\\) looks like`)
        : new RegExp(
            `^${warning} +-all +198\\.51\\.100\\.2 *\\( *news2\\.example\\.com *\\) 주소는 자체 서버로`,
          ),
    );
    expect(textOf(whole!)).not.toContain("v=spf1");
    expect(whole).toContain('href="https://www.rfc-editor.org/rfc/rfc7505#section-4.2"');
    expect(markup.indexOf(whole!)).toBeLessThan(markup.indexOf("12,503"));
    expect(viewOf(trafficReport(), language)).not.toContain('<li class="flex gap-3');
  });

  test("names what is missing", () => {
    const { notes } = TEXTS[language].recordTraffic;
    const lacking = {
      isPublishedKnown: false,
      published: null,
      isAll: false,
      unlistedClients: 5,
      withoutClient: 7,
    };
    const text = textOf(viewOf(trafficReport({ ...lacking, oldestStored: NOW - 1 }), language));
    expect(text).toContain(notes.noAnswer);
    expect(text).not.toContain(notes.noRecord);
    expect(text).toMatch(language === "en" ? /newest 12,503/ : /최근 12,503통/);
    expect(text).toContain("2026");
    expect(textOf(viewOf(trafficReport({ published: null }), language))).toContain(notes.noRecord);
    const open = textOf(viewOf(trafficReport({ isDnsComplete: false }), language));
    expect(open).toContain(notes.dnsIncomplete);
    expect(open).not.toContain(notes.noAnswer);
    expect(open).not.toContain(notes.byMessage);
    expect(textOf(viewOf(trafficReport({ isByMessage: true }), language))).toContain(notes.byMessage);
  });

  test("without mail leads to a longer time, or to the logs", () => {
    const { empty } = TEXTS[language].recordTraffic;
    const some = viewOf(trafficReport(NO_TRAFFIC), language);
    expect(textOf(some)).toContain(empty.title);
    expect(some).toMatch(/<p><a [^>]*href="[^"]*days=90/);
    const none = viewOf(trafficReport({ ...NO_TRAFFIC, oldestStored: null }), language);
    expect(textOf(none)).toContain(empty.noMail);
    expect(none).toContain('href="/sources"');
  });

  test("shows what strangers wrote as text", () => {
    const evil = sender({ ip: HOSTILE, loggedName: HOSTILE, helos: [HOSTILE], confirmedNames: [] });
    const report = trafficReport({
      domain: HOSTILE,
      groups: [group([evil], { network: HOSTILE, terms: [HOSTILE], wholeNetwork: HOSTILE })],
      draft: HOSTILE,
      findings: [
        {
          ...UNCOVERED,
          values: { ip: HOSTILE, name: HOSTILE, messages: 1, result: "fail", term: HOSTILE },
        },
      ],
    });
    expect(textOf(viewOf(report, language))).toContain("<script>alert(1)</script>");
  });
});

test("a link in the place of a tick authorises an own server, and takes out one that passes", () => {
  const markup = viewOf(trafficReport());
  expect(rowOf(markup, "192.0.2.10")).toContain(hrefOf("off 192.0.2.10"));
  expect(rowOf(markup, "198.51.100.0/24")).toContain(hrefOf("on 198.51.100.1"));
  expect(textOf(rowOf(markup, "198.51.100.0/24"))).toContain("Authorise 198.51.100.0/24.");
});

test.each([
  ["203.0.113.66", "forger"],
  ["203.0.113.7", "forwarder"],
] as const)("%s, a %s, is authorised only behind a warning", (ip, kind) => {
  const row = rowOf(viewOf(trafficReport()), ip);
  const at = row.lastIndexOf("<details");
  const [before, folded] = [row.slice(0, at), row.slice(at)];
  expect(before).not.toContain(hrefOf(`on ${ip}`));
  expect(row).not.toContain(hrefOf(`whole ${ip}`));
  expect(folded).toContain(hrefOf(`on ${ip}`));
  expect(textOf(folded)).toContain(TEXTS.en.recordTraffic.second[kind]);
});

test.each([
  ["fail", false, true],
  ["fail", true, false],
  ["pass", false, false],
] as const)(
  "a provider (draft %s, tied: %j) has a plain tick, with a word on accounts: %j",
  (draft, isAuthorisable, isSaid) => {
    const own = sender({ role: "provider", certainty: "likely", draft, isAuthorisable });
    const provider = { name: "Big Mail", include: "_spf.big.example" };
    const row = rowOf(viewOf(trafficReport({ groups: [group([own], { provider })] })), "Big Mail");
    const [before] = row.split("<details", 1);
    expect(before).toContain(hrefOf(`${draft === "pass" ? "off" : "on"} 192.0.2.10`));
    expect(textOf(row)).not.toContain(TEXTS.en.recordTraffic.second.open);
    expect(textOf(before!).includes(TEXTS.en.recordTraffic.account)).toBe(isSaid);
  },
);

test("one forger among a provider's clients keeps its tick back", () => {
  const clients = [
    sender({ role: "provider", draft: "fail" }),
    sender({ ip: "192.0.2.11", role: "forger", draft: "fail" }),
  ];
  const [before] = rowOf(viewOf(trafficReport({ groups: [group(clients)] })), "192.0.2.0/24").split(
    "<details",
    1,
  );
  expect(before).not.toContain(hrefOf("on 192.0.2.10"));
});

test("a forger that the record passes is warned of, and can be taken out at once", () => {
  const forger = group([sender({ ip: "203.0.113.66", role: "forger" })]);
  const markup = viewOf(trafficReport({ groups: [forger] }));
  expect(textOf(markup)).toContain("This record passes 1 server that looks like a forger.");
  const [before] = rowOf(markup, "203.0.113.66").split("<details", 1);
  expect(before).toContain(hrefOf("off 203.0.113.66"));
});

test("clients of one network that seem to be different things have tables of different names", () => {
  const groups = [
    group([sender()], { key: "own" }),
    group([sender({ role: "forger", draft: "fail" })], { key: "forger" }),
  ];
  const labels = [...viewOf(trafficReport({ groups })).matchAll(/role="region" aria-label="([^"]*)"/g)];
  expect(new Set(labels.map(([, label]) => label)).size).toBe(2);
});

test("what is authorised in part can be completed and taken out", () => {
  const some = group([sender(), sender({ ip: "192.0.2.11", draft: "fail" })]);
  const row = rowOf(viewOf(trafficReport({ groups: [some] })), "192.0.2.0/24");
  expect(row).toContain(hrefOf("on 192.0.2.10"));
  expect(row).toContain(hrefOf("off 192.0.2.10"));
  expect(textOf(row)).toContain(TEXTS.en.recordTraffic.standing.mixed);
});

test("all that look like the domain's own lead to the suggested draft, unless it is the draft or too long", () => {
  const { authorise, long } = TEXTS.en.recordTraffic.suggested;
  const report = trafficReport();
  expect(viewOf(report)).toContain(hrefOf(report.suggested));
  expect(textOf(viewOf(trafficReport({ suggested: report.draft })))).not.toContain(authorise);
  const text = textOf(viewOf(trafficReport({ suggested: `v=spf1 ${"ip4:192.0.2.1 ".repeat(400)}` })));
  expect(text).toContain(long);
  expect(text).not.toContain(authorise);
});

test("without addresses there is nothing to press", () => {
  const markup = viewOf(trafficReport(), "en", {});
  expect(markup).not.toContain(hrefOf("on 198.51.100.1"));
  expect(textOf(rowOf(markup, "198.51.100.0/24"))).toContain("Authorise");
});

test("many groups are folded away, and of many clients the most active are listed", () => {
  const groups = Array.from({ length: 60 }, (_, n) => group([sender({ ip: `10.0.${n}.1` })]));
  expect(textOf(viewOf(trafficReport({ groups })))).toContain("Show 40 more");
  const clients = Array.from({ length: 3_000 }, (_, n) =>
    sender({ ip: `10.1.${n >> 8}.${n & 255}`, total: 9_999_999 }),
  );
  const markup = viewOf(trafficReport({ groups: [group(clients)], counted: 29_999_997_000 }));
  expect(textOf(markup)).toContain("29,999,997,000 messages from 3,000 servers.");
  expect(textOf(markup)).toContain("2,950 servers with fewer messages are not shown.");
  expect(Buffer.byteLength(markup)).toBeLessThan(200_000);
});
