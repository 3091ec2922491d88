import { describe, expect, test } from "vitest";
import { textOf } from "../sentence";
import type { AuthorityAnswer, AuthorityReport } from "./authority-report";
import { type Holding, type LiveKind, liveState } from "./live";
import { answer, report, silence } from "./report.fixture";
import { answerSentence, liveFindingSentence, liveSentences } from "./words";

const OLD = "v=spf1 mx ?all";
const NEW = "v=spf1 mx ip4:192.0.2.7 -all";
const SOFT = "v=spf1 mx ip4:192.0.2.7 ~all";
const OTHER = "v=spf1 a -all";
const second = { name: "ns2.example.net", address: "192.0.2.2" };

const CASES: [title: string, servers: AuthorityAnswer[], kind: LiveKind, holds: (Holding | null)[]][] = [
  ["all have it", [answer([NEW]), answer(["x", `${NEW} `], second)], "everywhere", ["draft", "draft"]],
  ["all that answer have it", [answer([NEW]), silence(second)], "everywhere", ["draft", null]],
  ["some have it", [answer([NEW]), answer([OLD], second)], "partly", ["draft", "published"]],
  ["some have none", [answer([NEW]), answer([], second)], "partly", ["draft", "none"]],
  ["all have it with ~all", [answer([SOFT]), answer([SOFT], second)], "softly", ["softly", "softly"]],
  ["some have it with ~all", [answer([SOFT]), answer([OLD], second)], "partly", ["softly", "published"]],
  ["none has it", [answer([OLD]), answer([OLD], second)], "not-yet", ["published", "published"]],
  ["all have none", [answer([]), answer([], second)], "not-yet", ["none", "none"]],
  ["some have another", [answer([OLD]), answer([OTHER], second)], "other", ["published", "other"]],
  ["some have none, none has it", [answer([OLD]), answer([], second)], "other", ["published", "none"]],
  ["one has both", [answer([NEW]), answer([OLD, NEW], second)], "several", ["draft", "several"]],
  ["nobody answers", [silence(), silence(second)], "unanswered", [null, null]],
  ["there is nobody to ask", [], "unanswered", []],
];

test.each(CASES)("%s", (_, servers, kind, holds) => {
  const state = liveState(report(servers), NEW, OLD);
  expect(state.kind).toBe(kind);
  expect(state.servers.map((server) => server.holds)).toEqual(holds);
  expect(state.answered + state.silent).toBe(servers.length);
  expect(said(state, "en")).not.toBe(said(state, "ko"));
});

test("where nothing was published, nothing on all servers is what was before", () => {
  expect(liveState(report([answer([])]), NEW, null).kind).toBe("not-yet");
  expect(liveState(report([answer([OLD])]), NEW, null).kind).toBe("other");
});

const said = (state: ReturnType<typeof liveState>, language: "ko" | "en") =>
  liveSentences(state, language)
    .map(({ parts }) => textOf(parts, (quoted) => `«${quoted}»`))
    .join(" ");

describe("what is said", () => {
  const state = (servers: AuthorityAnswer[], more: Partial<AuthorityReport> = {}) =>
    liveState(report(servers, more), NEW, OLD);

  test("names who is behind, who is silent, and what the resolver remembers", () => {
    const resolver = { txt: [[OLD]], ttl: 1800 };
    const behind = state([answer([NEW]), answer([OLD], second), silence()], { resolver });
    expect(said(behind, "en")).toBe(
      "Of 2 name servers that answered, 1 has the new record. Still without it: «ns2.example.net (192.0.2.2)». 1 name server could not be checked. The resolver of this site still remembers the answer from before, and asks again in 30 minutes at the latest.",
    );
    expect(said(behind, "ko")).toBe(
      "응답한 네임서버 2곳 가운데 1곳에만 새 레코드가 반영되었습니다. 아직 반영되지 않은 곳: «ns2.example.net (192.0.2.2)» 네임서버 1곳은 확인하지 못했습니다. 이 사이트가 쓰는 DNS 리졸버에는 아직 이전 답이 남아 있으며, 늦어도 30분 뒤에는 새로 가져옵니다.",
    );
  });

  test("is that there is no zone, where there is none", () =>
    expect(said(state([], { problem: "no-zone", zone: null }), "en")).toMatch(
      /zone that «example.org» lies in/,
    ));

  test("is where to publish in place of an alias", () =>
    expect(said(state([answer([NEW])], { alias: "spf.example.com" }), "ko")).toMatch(
      /레코드는 «spf.example.com» 이름에 게시해야 합니다/,
    ));

  test("of a server is why it did not answer, or where it sends one", () => {
    expect(answerSentence(answer([NEW]), "en")).toBeNull();
    expect(answerSentence(silence({ reason: "private-address" }), "en")!.parts).toEqual([
      "Its address is private or reserved, so it was not asked.",
    ]);
    expect(answerSentence(answer([], { alias: "x.example" }), "ko")!.parts[0]).toEqual({
      quoted: "x.example",
    });
  });
});

describe("findings", () => {
  const rules = (servers: AuthorityAnswer[], more: Partial<AuthorityReport> = {}) =>
    liveState(report(servers, more), NEW, OLD).findings.map(({ rule }) => rule);

  test.each<[string, AuthorityAnswer[], Partial<AuthorityReport>, string[]]>([
    ["nothing, where all is well", [answer([NEW, "x"]), answer(["x", NEW], second)], {}, []],
    ["nothing, where only other texts differ", [answer([NEW, "x"]), answer([NEW], second)], {}, []],
    ["servers that differ", [answer([NEW]), answer([OLD], second)], {}, ["differing-servers"]],
    ["a server without the record", [answer([NEW]), answer([], second)], {}, ["differing-servers"]],
    ["not that a silent one may differ", [answer([NEW]), silence(second)], {}, []],
    ["a TTL over a day", [answer([NEW], { ttl: 86_401 })], {}, ["long-ttl"]],
    ["not a TTL of a day", [answer([NEW], { ttl: 86_400 })], {}, []],
    ["not the TTL of other texts", [answer(["x"], { ttl: 99_999 })], {}, []],
    ["a record of type 99", [answer([NEW])], { obsolete: [OLD] }, ["obsolete-type"]],
    [
      "a lame one",
      [answer([NEW]), silence({ ...second, status: "lame", reason: "refused" })],
      {},
      ["lame-server"],
    ],
  ])("%s", (_, servers, more, expected) => expect(rules(servers, more)).toEqual(expected));

  test("name the servers that are fewer", () => {
    const servers = [answer([OLD], second), answer([NEW]), answer([NEW], { address: "192.0.2.3" })];
    const [finding] = liveState(report(servers), NEW, OLD).findings;
    expect(finding).toEqual({
      rule: "differing-servers",
      values: { domain: "example.org", count: 2, servers: "ns2.example.net (192.0.2.2)" },
    });
    for (const language of ["ko", "en"] as const)
      expect(textOf(liveFindingSentence(finding!, language).parts, (quoted) => quoted)).toContain(
        "192.0.2.2",
      );
  });
});
