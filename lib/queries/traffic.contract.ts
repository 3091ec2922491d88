import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Resolver } from "@/lib/spf/resolver";
import type { Sender } from "@/lib/spf/senders/sender";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { fillStore } from "@/lib/store/filled.fixture";
import { type Ask, askReader } from "./ask";
import { EVER } from "./range";
import { domainTraffic, type TrafficQuestion } from "./traffic";
import { BIG, DAY, GIVEN, NOW, RECEIVED, START, ZONE } from "./traffic.fixture";
import type { TrafficReport } from "./traffic-report";

/** Who sent as a domain and how a draft stands with them, on every database; `newDatabase` gives the URL of an empty one. */
export function trafficContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  let ask: Ask;
  beforeAll(async () => {
    const url = await newDatabase();
    await fillStore(url, GIVEN);
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  const traffic = (zone: Record<string, string[]>, changes: Partial<TrafficQuestion> = {}) =>
    domainTraffic({
      ask,
      resolver: zoneResolver(zoneOf({ ...ZONE, ...zone })),
      domain: "example.com",
      range: EVER,
      draft: null,
      providers: [BIG],
      clock: () => NOW,
      ...changes,
    });
  const shown = ({ groups }: TrafficReport) =>
    groups.map(({ role, senders, isAuthorised, isAuthorisable, terms }) =>
      [
        role,
        senders.map(({ ip }) => ip).join(),
        isAuthorised,
        isAuthorisable ? "may" : "not",
        terms.join(" "),
      ].join(" | "),
    );

  describe("the traffic of a domain", () => {
    test("is told by who sent, and suggests to authorise its own servers, and no forger or others' provider", async () => {
      const report = await traffic({});
      expect(shown(report)).toEqual([
        "own | 192.0.2.25,192.0.2.80 | some | may | a",
        "forger | 203.0.113.200 | none | not | ip4:203.0.113.200",
        "own | 203.0.113.5 | none | may | ip4:203.0.113.5",
        "provider | 198.51.100.7 | none | not | include:_spf.big.example",
        "forwarder | 203.0.113.77 | none | not | ip4:203.0.113.77",
      ]);
      expect(report).toMatchObject({
        domain: "example.com",
        published: "v=spf1 mx -all",
        isPublishedKnown: true,
        draft: "v=spf1 mx -all",
        counted: 38,
        isAll: true,
        oldestStored: START,
        isDnsComplete: true,
        suggested: "v=spf1 mx a ip4:203.0.113.5 -all",
      });
      expect(report.groups[0]!.senders[0]).toMatchObject({ published: "pass", publishedTerm: "mx" });
    });

    test("suggests a provider that receives the domain's mail, and none that only sends", async () => {
      const provider = async (zone: Record<string, string[]>) => {
        const { groups, suggested } = await traffic(zone);
        const { senders, isAuthorisable } = groups.find(({ role }) => role === "provider")!;
        const [{ certainty, provider }] = senders as [Sender];
        return [certainty, isAuthorisable, provider!.mx, suggested];
      };
      const own = "v=spf1 mx a ip4:203.0.113.5";
      const big = `${own} include:_spf.big.example -all`;
      expect(await provider(RECEIVED)).toEqual(["sure", true, "in.big.example", big]);
      expect(await provider({})).toEqual(["likely", false, null, `${own} -all`]);
      const like = { "example.com": [...ZONE["example.com"], "MX 20 in.notbig.example"] };
      expect(await provider(like)).toEqual(["likely", false, null, `${own} -all`]);
    });

    test("suggests a provider whose server has a confirmed name of the domain", async () => {
      const named = (name: string) =>
        traffic({
          "7.100.51.198.in-addr.arpa": [`PTR ${name}`],
          "out.example.com": ["A 198.51.100.7"],
        });
      expect((await named("out.example.com")).suggested).toContain("include:_spf.big.example");
      expect((await named("mail.example.com")).suggested).not.toContain("big.example");
    });

    test("stands as the draft has it, beside what is published", async () => {
      const draft = "v=spf1 ip4:203.0.113.5 ip4:203.0.113.200 ~all";
      const report = await traffic({}, { draft });
      const standing = report.groups.map(({ isAuthorised }) => isAuthorised).join();
      expect(standing).toBe("none,all,all,none,none");
      expect(report.groups[1]!.senders[0]).toMatchObject({
        role: "forger",
        published: "fail",
        draft: "pass",
        draftTerm: "ip4:203.0.113.200",
      });
      expect(report.suggested).toBe("v=spf1 ip4:203.0.113.5 ip4:203.0.113.200 mx a ~all");
    });

    test.each([
      ["v=spf1 mx -all", false],
      ["v=spf1 mx exists:%{i}.allowed.example -all", false],
      ["v=spf1 mx exists:%{l}.allowed.example -all", true],
      ["v=spf1 mx exists:%{h}.allowed.example -all", true],
    ])("says of %j whether another message of a client may end otherwise: %j", async (draft, isByMessage) =>
      expect(await traffic({}, { draft })).toMatchObject({ isByMessage }),
    );

    test("begins from an empty record where none is published", async () => {
      const report = await traffic({ "example.com": ["MX 10 mx.example.com"] });
      expect(report).toMatchObject({ published: null, isPublishedKnown: true, draft: "" });
      expect(report.suggested).toBe("v=spf1 mx ip4:203.0.113.5 ~all");
    });

    test("begins from what several records say together", async () => {
      const report = await traffic({
        "example.com": ["TXT v=spf1 a -all", "TXT v=spf1 mx -all", "A 192.0.2.80"],
      });
      expect(report).toMatchObject({ published: "v=spf1 a -all\nv=spf1 mx -all", draft: "v=spf1 a mx -all" });
      expect(report.groups.flatMap(({ senders }) => senders.map(({ published }) => published))).not.toContain(
        "pass",
      );
    });

    test("suggests nothing over ten lookups: addresses instead of names, and no provider", async () => {
      const names = Array.from({ length: 10 }, (_, n) => `exists:h${n}.example`);
      const draft = `v=spf1 ${names.join(" ")} -all`;
      const { suggested } = await traffic(RECEIVED, { draft });
      expect(suggested).toBe(`v=spf1 ${names.join(" ")} ip4:192.0.2.25 ip4:192.0.2.80 ip4:203.0.113.5 -all`);
    });

    test("takes no pass of a record that passes everyone for a reason", async () => {
      const report = await traffic({ "example.com": ["TXT v=spf1 +all", "MX 10 mx.example.com"] });
      const forger = report.groups.find(({ senders }) => senders[0]!.ip === "203.0.113.200");
      expect(forger).toMatchObject({ role: "forger", isAuthorised: "all", isAuthorisable: false });
      const halves = "TXT v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all";
      const open = await traffic({ "example.com": [halves, "MX 10 mx.example.com"] });
      expect(open.groups.find(({ role }) => role === "forger")).toMatchObject({ isAuthorisable: false });
    });

    test("does not take a provider's network for the provider where its include says otherwise", async () => {
      const report = await traffic({ ...RECEIVED, "_spf.big.example": ["TXT v=spf1 ip4:192.0.2.99 -all"] });
      const [sender] = report.groups
        .flatMap(({ senders }) => senders)
        .filter(({ ip }) => ip === "198.51.100.7");
      expect(sender).toMatchObject({ role: "unknown", isAuthorisable: false, provider: { isProven: false } });
      expect(report.suggested).not.toContain("big.example");
    });

    test("is empty, and the draft stays, where nobody sent", async () => {
      const report = await traffic({}, { range: { from: NOW, to: NOW + DAY }, draft: "v=spf1 ip4:" });
      expect(report).toMatchObject({ groups: [], counted: 0, oldestStored: START, suggested: "v=spf1 ip4:" });
    });

    test("suggests no record that names nobody", async () => {
      const range = { from: NOW, to: NOW + DAY };
      const report = await traffic({ "example.com": ["TXT words"] }, { range });
      expect(report).toMatchObject({ published: null, isPublishedKnown: true, draft: "", suggested: "" });
    });
  });

  describe("what is found of a draft and who sent", () => {
    const found = async (draft: string, zone = {}, changes: Partial<TrafficQuestion> = {}) => {
      const { findings } = await traffic(zone, { draft, ...changes });
      return findings.map(({ rule, from, to, values }) => [rule, draft.slice(from, to), values]);
    };
    const own = (ip: string, name: string | null, messages: number) => [
      "own-host-uncovered",
      "-all",
      { ip, name, messages, result: "fail", term: "-all" },
    ];

    test("is own servers that it does not pass, and neither forgers nor those who pass mail on", async () => {
      expect(await found("v=spf1 mx -all")).toEqual([
        own("203.0.113.5", "news.example.com", 7),
        own("192.0.2.80", null, 6),
      ]);
      expect(await found("v=spf1 mx a ip4:203.0.113.5 -all")).toEqual([]);
      expect(await found("v=spf1 mx exists:%{l}.allowed.example -all")).toEqual([]);
    });

    test("is a draft that allows nobody, though own servers send", async () => {
      const values = { domain: "example.com", servers: 3, messages: 22, ip: "192.0.2.25" };
      expect(await found("v=spf1 -all")).toEqual([["null-record-sends", "-all", values]]);
      const macros = { "example.com": ["TXT v=spf1 exists:%{l}.a.example -all", "A 192.0.2.80"] };
      expect((await found("v=spf1 -all", macros))[0]).toContain("null-record-sends");
    });

    test("is a draft that allows somebody, where in a month only strangers sent and none receives", async () => {
      const draft = "v=spf1 a:x.example ip4:192.0.2.99 -all";
      const month = { domain: "parked.example" };
      const values = { domain: "parked.example", messages: 12, days: 31 };
      const places = [["sends-nothing", "a:x.example ip4:192.0.2.99", values]];
      expect(await found(draft, {}, month)).toEqual(places);
      expect(await found(draft, { "parked.example": ["MX 0 "] }, month)).toEqual(places);
      expect(await found(draft, { "parked.example": ["MX 1 mx.parked.example"] }, month)).toEqual([]);
      expect(await found(draft, { "parked.example": ["TIMEOUT"] }, month)).toEqual([]);
      expect(await found(draft, {}, { ...month, domain: "unheard.example" })).toEqual([]);
      const weeks = { from: START, to: START + 27 * DAY };
      expect(await found(draft, {}, { ...month, range: weeks })).toEqual([]);
    });
  });

  describe("DNS that fails", () => {
    test("at the domain leaves verdicts open and suggests no record without the old one's terms", async () => {
      const report = await traffic({ "example.com": ["TIMEOUT"] });
      expect(report).toMatchObject({
        published: null,
        isPublishedKnown: false,
        isDnsComplete: false,
        draft: "",
        suggested: "",
      });
      expect(report.counted).toBe(38);
      expect(report.groups[0]!.senders[0]!.published).toBeNull();
    });

    test("halfway leaves open what it left out", async () => {
      const report = await traffic({
        "example.com": ["TXT v=spf1 include:error.example -all", "A 192.0.2.80"],
        "5.113.0.203.in-addr.arpa": ["TIMEOUT"],
      });
      const [news] = report.groups.flatMap(({ senders }) => senders).filter(({ ip }) => ip === "203.0.113.5");
      expect(news).toMatchObject({ published: null, draft: null, areNamesKnown: false, role: "unknown" });
      expect(report.isDnsComplete).toBe(false);
    });

    test.each<[string, Resolver["resolve"]]>([
      [
        "throws",
        () => {
          throw new Error("broken");
        },
      ],
      ["refuses its promises", () => Promise.reject(new Error("broken"))],
    ])("because the resolver %s is told as an answer that did not come", async (_, resolve) => {
      const report = await traffic({}, { resolver: { resolve } });
      expect(report).toMatchObject({ isPublishedKnown: false, isDnsComplete: false, counted: 38 });
    });

    test("by being slow is not waited for beyond the report's own time", async () => {
      let now = NOW;
      const resolver = zoneResolver(zoneOf(ZONE));
      const slow: Resolver = {
        resolve(name, type) {
          now += 6_000;
          return resolver.resolve(name, type);
        },
      };
      const report = await traffic({}, { resolver: slow, clock: () => now });
      expect(report).toMatchObject({ isPublishedKnown: true, isDnsComplete: false });
      expect(resolver.asked).toBe(4);
    });
  });

  test("a report that is aborted throws", async () => {
    await expect(traffic({}, { signal: AbortSignal.abort() })).rejects.toThrow();
  });
}
