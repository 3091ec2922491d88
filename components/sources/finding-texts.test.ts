import { NextIntlClientProvider } from "next-intl";
import { createElement, Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { fixedZone } from "@/lib/logs/zone";
import type { SourceFinding } from "@/lib/queries/source-findings";
import { useFindingTexts } from "./finding-texts";

const CLOCK = { name: "Asia/Seoul", zone: fixedZone(540), href: (path: string) => path };
const T = Date.UTC(2026, 10, 24, 3);
const of = { severity: "note", log: { id: 1, path: "/var/log/maillog" } } as const;
const at = { severity: "note", host: "mx1" } as const;

/** One of each kind, and what its text must hold in every language. */
const FINDINGS: [SourceFinding, string[]][] = [
  [{ kind: "noLogs", severity: "note" }, []],
  [{ kind: "nothingMatched", lines: 1234, mostly: "unknown", ...of }, ["1,234"]],
  [{ kind: "nothingMatched", lines: 1234, mostly: "ignored", ...of }, ["1,234", "LogLevel 9"]],
  [{ kind: "manyUnknown", lines: 3000, unknown: 1200, ...of }, ["1,200", "40%"]],
  [{ kind: "gone", readAt: T, ...of }, ["2026", "24", "12:00"]],
  [{ kind: "unreadable", readAt: T, ...of }, ["adm"]],
  [{ kind: "relative", readAt: T, ...of }, []],
  [{ kind: "unread", readAt: T, bytes: 5_200_000, ...of }, ["12:00", "5.2", "MB", "whyspf follow"]],
  [{ kind: "replaced", readAt: T, bytes: 7, ...of }, ["12:00", "7"]],
  [{ kind: "future", lastTime: T, ...of }, ["12:00", "--year"]],
  [{ kind: "future", lastTime: 9e99, ...of }, ["?"]],
  [{ kind: "silent", since: T, hours: 5, ...at }, ["12:00", "5"]],
  [{ kind: "noVerdicts", accepted: 2000, unverified: 1999, ...at }, ["2,000", "1,999"]],
  [{ kind: "unchecked", accepted: 2000, unchecked: 30, ...at }, ["2,000", "30"]],
  [{ kind: "clock", sampled: 900, contradicted: 77, ...at }, ["900", "77"]],
  [{ kind: "gap", from: T, to: T + 18_000_000, hours: 5, more: 3, ...at }, ["12:00", "17:00", "5", "3"]],
  [{ kind: "gap", from: T, to: T + 18_000_000, hours: 5, more: 0, ...at }, ["12:00", "17:00"]],
];

function View({ finding }: { finding: SourceFinding }) {
  const { text, advice } = useFindingTexts(CLOCK)(finding);
  return createElement(Fragment, null, `${text}\n${advice}`);
}

describe.each(["ko", "en"] as const)("findings in %s", (locale) => {
  function said(finding: SourceFinding): string {
    const faults: unknown[] = [];
    const onError = (error: unknown) => faults.push(error);
    const children = createElement(View, { finding });
    const props = { locale, messages: TEXTS[locale], timeZone: "UTC", onError, children };
    const markup = renderToStaticMarkup(createElement(NextIntlClientProvider, props));
    expect(faults).toEqual([]);
    return markup;
  }

  test.each(FINDINGS)("say all of %j", (finding, parts) => {
    const [text, advice] = said(finding).split("\n");
    for (const part of parts) expect(`${text} ${advice}`).toContain(part);
    expect(text).not.toBe("");
    expect(advice).not.toBe("");
    expect(text).not.toMatch(/[{}]|undefined|findings\./);
  });
});
