import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { fixedZone } from "@/lib/logs/zone";
import type { RecordVersion } from "@/lib/queries/record-version";
import type { AuthorityReport } from "@/lib/spf/publish/authority-report";
import type { Published } from "@/lib/spf/published";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { readRecordsAddress } from "../address";
import { expectPlain, HOSTILE, markupOf, textOf } from "../traffic/markup.fixture";
import { NOW } from "../traffic/traffic.fixture";
import { VERSIONS } from "../versions/versions.fixture";
import { answer, authority, DRAFT, OLD, published } from "./publish.fixture";
import { PublishView } from "./publish-view";

interface Given {
  mayCheck?: boolean;
  language?: Language;
  draft?: string;
  before?: Published;
  live?: AuthorityReport | null;
  versions?: RecordVersion[];
  domain?: string;
  query?: Record<string, string>;
}

function viewOf(given: Given = {}): string {
  const {
    language = "en",
    draft = DRAFT,
    before = published(OLD),
    live = null,
    domain = "example.com",
  } = given;
  const address = readRecordsAddress({ domain, record: draft, view: "publish", ...given.query });
  const shared = {
    address,
    domain,
    published: before,
    draft,
    authority: live,
    versions: given.versions ?? [],
  };
  const markup = markupOf(
    createElement(PublishView, {
      ...shared,
      mayCheck: given.mayCheck,
      now: NOW,
      language,
      zone: fixedZone(540),
    }),
    language,
  );
  expectPlain(markup);
  return markup;
}

describe.each(LANGUAGES)("publishing in %s", (language) => {
  const texts = TEXTS[language].recordPublish;

  test("marks and lists what changes", () => {
    const markup = viewOf({ language });
    const marked = (tag: string) =>
      [...markup.matchAll(new RegExp(`<${tag}\\b.*?</${tag}>`, "g"))].map(([one]) => textOf(one)).join();
    expect(marked("ins")).toContain("ip4:198.51.100.2");
    expect(marked("del")).toContain("ip4:203.0.113.7");
    expect(textOf(markup)).toContain(`${TEXTS[language].recordVersions.changes.removed} ip4:203.0.113.7`);
  });

  test("gives the line for the zone with the TTL, and the other end", () => {
    const text = textOf(viewOf({ language, query: { ttl: "900" } }));
    expect(text).toContain(`example.com. 900 IN TXT "${DRAFT}"`);
    expect(text).toContain(`example.com. 900 IN TXT "${DRAFT.replace("-all", "~all")}"`);
    expect(text).toContain(texts.zone.own);
  });

  test("splits what is longer than a string, and says so", () => {
    const long = `v=spf1 ${Array.from({ length: 20 }, (_, n) => `ip4:192.0.2.${n + 100}`).join(" ")} -all`;
    const text = textOf(viewOf({ language, draft: long }));
    expect(text).toContain("247 + 84");
  });

  test("orders the change in steps, from a low TTL on", () => {
    const markup = viewOf({ language });
    expect(markup).toContain("<ol");
    expect(textOf(markup)).toContain(`example.com. 300 IN TXT "${OLD}"`);
    expect(textOf(markup)).toMatch(
      language === "en" ? /from Nov 25, 2026, 12:00/ : /2026년 11월 25일 12:00부터/,
    );
  });

  test("keeps the line of what is published to go back to", () => {
    expect(textOf(viewOf({ language }))).toContain(
      `${texts.rollback.keep} example.com. 86400 IN TXT "${OLD}"`,
    );
    expect(textOf(viewOf({ language, before: published() }))).toContain(texts.rollback.remove);
    const back = viewOf({ language, before: published(DRAFT), versions: VERSIONS });
    expect(textOf(back)).toContain(texts.rollback.older);
    expect(back).toContain(`record=${new URLSearchParams({ x: OLD }).toString().slice(2)}`);
  });

  test("says of each server what it has", () => {
    const servers = [
      answer("ns1.example.net", DRAFT),
      answer("ns2.example.net", OLD, { address: "2001:db8::53" }),
      answer("ns3.example.net", null, { status: "no-answer", reason: "timeout", ttl: null }),
      answer("ns4.example.net", null, { status: "lame", reason: "refused", ttl: null }),
    ];
    const markup = viewOf({ language, live: authority(servers, { isCut: true }) });
    const text = textOf(markup);
    for (const said of [
      texts.live.holds.draft,
      texts.live.holds.published,
      texts.live.noAnswer,
      texts.live.lame,
    ])
      expect(text).toContain(said);
    expect(text).toContain(texts.live.cut);
    expect(text).toContain(texts.live.resolver);
    expect(markup).toContain("check=1");
    expect(textOf(viewOf({ language }))).toContain(texts.live.check);
  });

  test("says what cannot be known or must be put right first", () => {
    const { states, broken, same } = texts.changes;
    const error = { ...published(), status: "error" as const };
    expect(textOf(viewOf({ language, before: error }))).toContain(states.error);
    expect(textOf(viewOf({ language, before: error }))).toContain(texts.plan.unknown);
    expect(viewOf({ language, before: error })).not.toContain("<ol");
    expect(textOf(viewOf({ language, before: { ...error, status: "nxdomain" } }))).toContain(states.nxdomain);
    expect(textOf(viewOf({ language, before: published(OLD, OLD) }))).toContain("2");
    expect(textOf(viewOf({ language, draft: "v=spf1 ip4:1.2.3 -all" }))).toContain(broken);
    expect(textOf(viewOf({ language, before: published(DRAFT) }))).toContain(same);
    expect(textOf(viewOf({ language, draft: " " }))).toContain(texts.nothing);
    expect(textOf(viewOf({ language, draft: "v=spf1 include:한글 -all" }))).toContain(texts.zone.cannot);
  });

  test("shows what strangers wrote as text", () => {
    const servers = [
      answer(HOSTILE, HOSTILE),
      answer("ns2.example.net", `v=spf1 ${HOSTILE}`, { alias: HOSTILE }),
    ];
    const live = authority(servers, {
      alias: HOSTILE,
      obsolete: [HOSTILE],
      resolver: { txt: [[HOSTILE]], ttl: null },
    });
    const markup = viewOf({
      language,
      draft: `v=spf1 ${HOSTILE}`,
      before: published(`v=spf1 ${HOSTILE} x`),
      live,
    });
    expect(textOf(markup)).toContain("<script>alert(1)</script>");
  });
});

test("the form for the TTL keeps the draft, the check, and all that other parts were asked", () => {
  const markup = viewOf({ query: { ttl: "77", check: "1", days: "90", ip: "192.0.2.7" } });
  const fields = [...markup.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  expect(fields.map(([, name, value]) => [name, value])).toEqual([
    ["domain", "example.com"],
    ["record", DRAFT],
    ["view", "publish"],
    ["ip", "192.0.2.7"],
    ["days", "90"],
    ["check", "1"],
  ]);
  expect(markup).toMatch(/<option value="77" selected="">/);
});

test("a check that could ask no server says why", () => {
  const live = authority([], { problem: "no-zone", resolver: null });
  expect(textOf(viewOf({ live }))).toContain("could not be found");
});

test("whoever may not have the servers asked is not offered it", () => {
  const text = textOf(viewOf({ mayCheck: false }));
  expect(text).not.toContain(TEXTS.en.recordPublish.live.check);
  expect(text).toContain(TEXTS.en.recordPublish.rollback.keep);
});

test("of several records that are published each is kept for the way back", () => {
  const text = textOf(viewOf({ before: published(OLD, "v=spf1 a -all") }));
  expect(text).toContain(`example.com. 86400 IN TXT "${OLD}"`);
  expect(text).toContain('example.com. 86400 IN TXT "v=spf1 a -all"');
  expect(text).not.toContain(TEXTS.en.recordPublish.rollback.nothing);
});
