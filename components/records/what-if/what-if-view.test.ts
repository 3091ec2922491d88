import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { type CheckResult, checkHost, mailfromRequest } from "@/lib/spf/check-host";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { readRecordsAddress } from "../address";
import { billIn, expectPlain, linksNamed, markupOf, textOf } from "../tree/render.fixture";
import type { WhatIfAnswer } from "./answer";
import { type SeenClient, WhatIfView } from "./what-if-view";

const ZONE = {
  "d.example": ["TXT v=spf1 include:p.example include:q.example -all"],
  "p.example": ["TXT v=spf1 ip4:192.0.2.1 -all"],
  "q.example": ["TXT v=spf1 include:p.example include:d.example -all"],
};
const DRAFT = { ...ZONE, "d.example": ["TXT v=spf1 ip4:192.0.2.9 -all"] };
const NOTHING: WhatIfAnswer = { problems: [], checked: null, assumed: null, published: null, draft: null };

/** Of a zone, which answers at once. */
function checkIn(zone: Record<string, string[]>): CheckResult {
  const request = mailfromRequest({ ip: "192.0.2.9", envelopeFrom: "user@d.example", helo: "" });
  const options = { clock: () => 1_700_000_000_000, trace: true };
  return checkHost(request, zoneResolver(zoneOf(zone)), options) as CheckResult;
}

const ANSWER: WhatIfAnswer = {
  ...NOTHING,
  checked: { identity: "mailfrom", domain: "d.example" },
  published: checkIn({ ...ZONE, "q.example": ["TXT v=spf1 -all"] }),
  draft: checkIn(DRAFT),
};

async function viewOf(
  given: Record<string, string>,
  answer: Partial<WhatIfAnswer>,
  language: Language = "en",
  seen?: SeenClient[],
): Promise<string> {
  const address = readRecordsAddress({ domain: "d.example", view: "what-if", ...given });
  const props = { address, answer: { ...NOTHING, ...answer }, bill: await billIn(ZONE), seen, language };
  const markup = markupOf(createElement(WhatIfView, props), language);
  expectPlain(markup);
  return markup;
}

const fieldOf = (markup: string, name: string) =>
  new RegExp(`<(?:input|textarea)[^>]*name="${name}"[^>]*>[^<]*`).exec(markup)![0];

describe.each(LANGUAGES)("the what-if view in %s", (language) => {
  const words = TEXTS[language].recordTree.whatIf;

  test("says what to fill in, keeps the draft, and offers who was seen", async () => {
    const seen = [{ ip: "192.0.2.7", sender: "a@d.example", helo: "h.d.example" }];
    const markup = await viewOf({ record: "v=spf1 mx -all" }, {}, language, seen);
    const text = textOf(markup);
    expect(text).toContain(words.note);
    expect(text).toContain(words.hints.sender);
    expect(text).not.toContain(words.verdict + words.changes);
    expect(markup).toMatch(/<form [^>]*method="get"/);
    expect(fieldOf(markup, "record")).toContain('value="v=spf1 mx -all"');
    expect(fieldOf(markup, "view")).toContain('value="what-if"');
    const [link] = linksNamed(markup, "192.0.2.7");
    expect(Object.fromEntries(link!)).toMatchObject({
      record: "v=spf1 mx -all",
      view: "what-if",
      ip: "192.0.2.7",
      sender: "a@d.example",
      helo: "h.d.example",
    });
  });

  test("has both verdicts, what decided each, and both traces", async () => {
    const markup = await viewOf({ ip: "192.0.2.9", sender: "user@d.example" }, ANSWER, language);
    const text = textOf(markup);
    expect(text).toMatch(new RegExp(`${words.changes}fail→${words.becomes}pass`));
    expect(text).toContain(`${words.decidedBy} -all`);
    expect(text).toContain(`${words.decidedBy} ip4:192.0.2.9`);
    expect(text).toContain(words.tracePublished);
    expect(text).toContain(words.traceDraft);
    expect(fieldOf(markup, "ip")).toContain('value="192.0.2.9"');
    expect(linksNamed(markup, words.clear)[0]!.has("ip")).toBe(false);
  });

  test("has one verdict where the draft is what is published, and says where it is the same", async () => {
    const alone = await viewOf({}, { ...ANSWER, draft: null }, language);
    expect(textOf(alone)).toContain(words.noDraft);
    expect(textOf(alone)).not.toContain(words.traceDraft);
    const same = await viewOf({}, { ...ANSWER, draft: ANSWER.published }, language);
    expect(textOf(same)).toContain(words.unchanged);
  });

  test("says which name was checked, and what was assumed of another", async () => {
    const checked = { identity: "helo" as const, domain: "h.example" };
    const assumed = { at: "p.example", text: "v=spf1 +all" };
    const text = textOf(await viewOf({}, { ...ANSWER, checked, assumed }, language));
    expect(text).toContain("h.example");
    expect(text).toContain(words.elsewhere);
    expect(text).toContain("v=spf1 +all");
    const gone = await viewOf({}, { ...ANSWER, assumed: { at: "p.example", text: "" } }, language);
    expect(textOf(gone)).toContain(words.assumedNothing.split("</at>")[1]);
    expect(textOf(gone)).not.toContain(words.elsewhere);
  });

  test("says what is amiss at its field", async () => {
    const problems = ["ip-invalid", "sender-missing", "at-own"] as const;
    const markup = await viewOf({ ip: "192.0.2", at: "d.example" }, { problems: [...problems] }, language);
    for (const problem of problems) {
      const name = problem.split("-")[0]!;
      expect(fieldOf(markup, name)).toContain('aria-invalid="true"');
      const hint = new RegExp(`id="what-if-${name}-hint".*?</div>`).exec(markup)![0];
      expect(textOf(hint)).toContain(words.problems[problem]);
    }
    expect(fieldOf(markup, "helo")).not.toContain('aria-invalid="');
  });
});

test("a name of the tree fills in what is published there, each once, the root never", async () => {
  const markup = await viewOf({}, {});
  expect([...markup.matchAll(/<option value="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    "p.example",
    "q.example",
  ]);
  const [link] = linksNamed(markup, "q.example");
  expect(link!.get("at")).toBe("q.example");
  expect(link!.has("as")).toBe(false);
  expect(fieldOf(markup, "as")).toMatch(/>$/);
  const chosen = await viewOf({ at: "P.example." }, {});
  expect(fieldOf(chosen, "as")).toContain(">v=spf1 ip4:192.0.2.1 -all");
  expect(chosen).toContain("<details open");
  const typed = await viewOf({ at: "p.example", as: "v=spf1 -all" }, {});
  expect(fieldOf(typed, "as")).toContain(">v=spf1 -all");
});

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>\u202e\u0001`;

test("text of strangers is escaped, and what hides in it does not go into a field", async () => {
  const zone = { "d.example": [`TXT v=spf1 include:<b>.example ${HOSTILE} -all`] };
  for (const language of LANGUAGES) {
    const answer = {
      ...ANSWER,
      checked: { identity: "mailfrom" as const, domain: HOSTILE },
      assumed: { at: HOSTILE, text: `v=spf1 ${HOSTILE}` },
      draft: checkIn(zone),
    };
    const given = { ip: HOSTILE, sender: HOSTILE, helo: HOSTILE, at: HOSTILE, as: HOSTILE };
    const seen = [{ ip: HOSTILE, sender: HOSTILE, helo: HOSTILE }];
    const markup = await viewOf(given, answer, language, seen);
    expect(markup).toContain("⟨U+202E⟩");
    expect(fieldOf(markup, "sender")).toContain('value=""');
  }
});

test("records of thousands of terms stay within a page", async () => {
  const terms = Array.from({ length: 1_000 }, (_, n) => `ip4:10.0.${n >> 8}.${n & 255}`).join(" ");
  const draft = checkIn({ "d.example": [`TXT v=spf1 ${terms} -all`] });
  const markup = await viewOf({}, { ...ANSWER, draft });
  expect(Buffer.byteLength(markup)).toBeLessThan(60_000);
});
