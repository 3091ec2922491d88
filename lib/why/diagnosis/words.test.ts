import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language, type Part, textOf } from "@/lib/spf/sentence";
import { advisable, authorisesClient } from "./advisable";
import { d, inputOf } from "./case.fixture";
import { CASES } from "./cases.fixture";
import { diagnose } from "./diagnose";
import { DIAGNOSIS_KINDS, type Diagnosis, type DiagnosisInput } from "./diagnosis";
import type { Evidence, EvidenceKind } from "./evidence";
import { letterOf } from "./letter";
import { AUDIENCES, type Audience, diagnosisTitles, explainDiagnosis, explainEvidence } from "./words";

const ALL = CASES.map(([, , , , zone, mail]) => {
  const input = inputOf(zone, mail);
  return { input, found: diagnose(input) };
});
const MARK = "\ue000";
/** Fields of evidence that hold words of ours. */
const OURS = new Set(["kind", "result", "field", "type", "tag", "trouble"]);
/** Particles whose form depends on the sound before them. */
const PARTICLE = /^(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이며|며|이고|라|이라)(?:[\s.,():]|$)/;

function marked<T>(value: T, key = ""): T {
  if (typeof value === "string") return (OURS.has(key) ? value : value + MARK) as T;
  if (Array.isArray(value)) return value.map((item) => marked(item, key)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner, name)])) as T;
}

/** The same diagnosis of values that all bear a mark. */
function strange({ input, found }: { input: DiagnosisInput; found: Diagnosis }) {
  const then = marked(input.then);
  const request = marked({ ...input.request, identity: "" });
  return {
    input: { ...input, request: { ...request, identity: input.request.identity }, then },
    found: { ...found, evidence: marked(found.evidence) },
  };
}

function allParts(input: DiagnosisInput, found: Diagnosis, language: Language): Part[][] {
  return [
    ...AUDIENCES.flatMap((audience) => explainDiagnosis(found, input, audience, language)),
    ...explainEvidence(found, language),
  ]
    .map(({ parts }) => parts)
    .concat(letterOf(found, input, language) ?? []);
}

const plain = (parts: Part[]) => textOf(parts, (text) => text);
const own = (parts: Part[]) => textOf(parts, () => "…");

describe.each(LANGUAGES)("in %s", (language) => {
  test("what strangers wrote is quoted, and no particle hangs on it", () => {
    for (const one of ALL) {
      const { input, found } = strange(one);
      for (const parts of allParts(input, found, language)) {
        expect(parts.length).toBeGreaterThan(0);
        parts.forEach((part, index) => {
          const own = typeof part === "string" ? part : "";
          expect(own).not.toContain(MARK);
          expect(part).not.toEqual({ quoted: "" });
          if (typeof parts[index - 1] === "object") expect(own).not.toMatch(PARTICLE);
        });
      }
    }
  });

  test("each audience is told one to three things of each kind", () => {
    for (const { input, found } of ALL)
      for (const audience of AUDIENCES) {
        const said = explainDiagnosis(found, input, audience, language);
        expect(said.length).toBeGreaterThanOrEqual(1);
        expect(said.length).toBeLessThanOrEqual(3);
        for (const { parts } of said)
          expect(own(parts)).toMatch(language === "ko" ? /(?:니다|세요)\.$/ : /\.$/);
      }
  });

  test("who sent the message hears no jargon", () => {
    for (const { input, found } of ALL)
      for (const { parts } of explainDiagnosis(found, input, "you", language))
        expect(own(parts)).not.toMatch(
          /HELO|EHLO|PTR|DNS|CIDR|TXT|include|redirect|레코드|record|permerror|temperror|softfail|MX|봉투|envelope/,
        );
  });

  test("every kind has a title, and they differ", () => {
    const { titles } = diagnosisTitles(language);
    expect(new Set(DIAGNOSIS_KINDS.map((kind) => titles[kind])).size).toBe(DIAGNOSIS_KINDS.length);
  });
});

test("the cases bring up every kind of evidence that a message can", () => {
  const seen = new Set(ALL.flatMap(({ found }) => found.evidence.map(({ kind }) => kind)));
  const all: Record<EvidenceKind, true> = {
    now: true,
    logged: true,
    "refused-otherwise": true,
    "refused-despite-pass": true,
    missing: true,
    "private-address": true,
    "receivers-host": true,
    "bad-name": true,
    "no-such-name": true,
    "no-record": true,
    "dns-error": true,
    "dns-error-elsewhere": true,
    "several-records": true,
    syntax: true,
    slip: true,
    lookups: true,
    "mx-hosts": true,
    voids: true,
    "dead-target": true,
    "own-name": true,
    "own-helo": true,
    neighbour: true,
    "term-behind": true,
    "term-names": true,
    "term-refuses": true,
    provider: true,
    "provider-used": true,
    "mailbox-service": true,
    "dynamic-name": true,
    "no-name": true,
    "other-name": true,
    "other-helo": true,
    "helo-passes": true,
    "helo-fails": true,
    "helo-is-receiver": true,
    "helo-no-name": true,
    "forwarder-name": true,
    "sender-tag": true,
    "sends-no-mail": true,
    closed: true,
    open: true,
  };
  expect(Object.keys(all).filter((kind) => !seen.has(kind as Evidence["kind"]))).toEqual([]);
});

describe("in so many words", () => {
  const told = (name: string, audience: Audience, language: Language) => {
    const { input, found } = ALL[CASES.findIndex(([one]) => one === name)]!;
    return explainDiagnosis(found, input, audience, language).map(({ parts }) => plain(parts));
  };

  test.each<[string, Audience, Language, string[]]>([
    [
      "it failed then",
      "you",
      "ko",
      ["메일을 보냈을 때 있었던 문제가 지금은 해결되었습니다.", "메일이 되돌아왔다면 다시 보내면 됩니다."],
    ],
    [
      "the guide's own case, from the domain's server",
      "domain",
      "ko",
      [
        "9.8.7.6 주소는 kisarbl.or.kr 도메인의 서버로 보이지만 SPF 레코드에 없습니다.",
        "직접 운영하는 서버가 맞는지 먼저 확인하고, 맞으면 레코드에 추가하세요. 모르는 서버라면 추가하지 마세요.",
      ],
    ],
    [
      "another domain's server, by its own record",
      "receiver",
      "en",
      [
        "The server 192.0.2.1 (mail.other.example) seems to have forwarded the message. It should rewrite the envelope sender (SRS).",
        "If your own user asked for the forwarding, list the server as a trusted forwarder, or go by DKIM.",
      ],
    ],
  ])("%s, to %s in %s", (name, audience, language, texts) => {
    expect(told(name, audience, language)).toEqual(texts);
  });
});

describe("the text to pass on", () => {
  const letter = (name: string, language: Language) => {
    const { input, found } = ALL[CASES.findIndex(([one]) => one === name)]!;
    return letterOf(found, input, language)?.map(plain) ?? null;
  };

  test("of the guide's own case tells the facts and the record", () =>
    expect(letter("the guide's own case, from the domain's server", "ko")).toEqual([
      "kisarbl.or.kr 도메인의 메일 담당자께: 이 도메인의 주소로 보낸 메일이 받는 쪽의 SPF 검사에서 문제가 되어 알려 드립니다.",
      "보낸 서버의 IP 주소: 9.8.7.6",
      "보낸 사람의 도메인: kisarbl.or.kr",
      "받는 서버: mx.receiver.example",
      "SPF 결과: 현재 fail",
      "판단: SPF 레코드에 발신 서버가 빠져 있습니다 (유력)",
      "보낸 서버의 역방향 이름은 spam.kisarbl.or.kr 이름으로, kisarbl.or.kr 도메인과 같은 기관의 것이며 정방향 주소도 일치합니다.",
      "kisarbl.or.kr 도메인은 목록에 없는 서버의 발신을 금지합니다.",
      "9.8.7.6 주소는 kisarbl.or.kr 도메인의 서버로 보이지만 SPF 레코드에 없습니다.",
      "직접 운영하는 서버가 맞는지 먼저 확인하고, 맞으면 레코드에 추가하세요. 모르는 서버라면 추가하지 마세요.",
      "위 내용을 확인한 뒤 등록할 수 있는 SPF 레코드의 예입니다. 9.8.7.6 서버의 발신을 허용하는 레코드이므로, 직접 운영하거나 계약한 서버일 때만 등록하세요.",
      'kisarbl.or.kr. IN TXT "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 ip4:9.8.7.6 -all"',
      "이 글은 메일 서버의 안내 페이지에서 자동으로 작성되었습니다.",
    ]));

  test.each(LANGUAGES)(
    "says that only one's own server may be listed wherever a record lists one, in %s",
    (language) => {
      const only = { ko: /직접 운영하거나 계약한 서버일 때만/, en: /only if that server is yours/ }[language];
      const listing = ALL.filter(({ input, found }) => {
        const shown = advisable(found, input);
        return shown !== null && authorisesClient(shown);
      });
      expect(new Set(listing.map(({ found }) => found.kind)).size).toBeGreaterThan(3);
      for (const { input, found } of listing)
        expect(letterOf(found, input, language)!.map(plain).join()).toMatch(only);
    },
  );

  test("of a record in error that lets the server send, so does what the domain is told", () => {
    const input = inputOf(d("TXT v=spf1 mx -all", "TXT v=spf1 a -all"), { names: ["out.d.example"] });
    const found = diagnose(input);
    const said = explainDiagnosis(found, input, "domain", "en").map(({ parts }) => plain(parts));
    expect(said.at(-1)).toContain("lets 192.0.2.1 send. Add that address only if the server is yours");
    const bare = { ...input, clientNames: [] };
    expect(explainDiagnosis(diagnose(bare), bare, "domain", "en")).toHaveLength(said.length - 1);
  });

  test("has the time and the reply where the log is known, and no person", () => {
    const text = letter("localhost, in the log", "en")!.join("\n");
    expect(text).toContain("Time: 2023-11-13T09:00:00+09:00");
    expect(text).toContain("Reply: 550 5.7.1 Rejected");
    expect(text).toContain("SPF result: fail then, fail now");
    expect(text).not.toContain("user@");
  });

  test.each(["another domain's server, by its own record", "a line at home", "localhost, in the log"])(
    "has no record where that would authorise others: %s",
    (name) => expect(letter(name, "en")!.join("\n")).not.toContain("v=spf1"),
  );

  test.each([
    "it passes",
    "it failed then",
    "a domain that sends no mail",
    "no address",
    "refused by the server for a full mailbox",
  ])("there is none where nobody need be told: %s", (name) => expect(letter(name, "ko")).toBeNull());
});
