import { describe, expect, test } from "vitest";
import { GOOGLE, RECEIVING } from "./clients.fixture";
import { groupSenders } from "./groups";
import type { Sender } from "./sender";
import { DAY, START, sender } from "./sender.fixture";
import { withGroup } from "./with-group";

const FEW = { total: 1, first: START, last: START, days: 1 };
const own = (ip: string, more: Partial<Sender> = {}) => sender({ ip }, { isOwnHost: true, ...more });
const forger = (ip: string) =>
  sender({ ip, total: 900, days: 1, last: START, helos: ["[192.0.2.1]"], refused: 900, delivered: 0 });
const provider = (ip: string, days = [0]) =>
  days.map((day, n) =>
    sender(
      { ...FEW, ip: `${ip}${n}`, total: 2, first: START + day * DAY, last: START + day * DAY },
      { provider: GOOGLE },
    ),
  );
const shown = (senders: Sender[]) =>
  groupSenders(senders).map(({ key, terms, isAuthorisable }) => [key, terms.join(" "), isAuthorisable]);

describe("groups", () => {
  test("are of one network and one role, so that no forger hides among own servers", () => {
    expect(shown([own("192.0.2.6"), own("192.0.2.7"), forger("192.0.2.8"), own("192.0.3.1")])).toEqual([
      ["192.0.2.0/24 forger", "ip4:192.0.2.8", false],
      ["192.0.2.0/24 own", "ip4:192.0.2.6/31", true],
      ["192.0.3.0/24 own", "ip4:192.0.3.1", true],
    ]);
  });

  test("name only what the draft does not pass yet, and take everything out again", () => {
    const group = groupSenders([own("192.0.2.6", { draft: "pass", hostTerm: "mx" }), own("192.0.2.9")])[0]!;
    expect([group.isAuthorised, group.terms]).toEqual(["some", ["ip4:192.0.2.9"]]);
    const draft = "v=spf1 mx ip4:192.0.2.6 -all";
    expect(withGroup(draft, group, true)).toBe("v=spf1 mx ip4:192.0.2.6 ip4:192.0.2.9 -all");
    expect(withGroup("v=spf1 mx ip4:192.0.2.6 ip4:192.0.2.9 -all", group, false)).toBe("v=spf1 -all");
  });

  test("take the whole network as an offer only where nobody is known to forge or forward", () => {
    const whole = (...senders: Sender[]) => groupSenders(senders)[0]!.wholeNetwork;
    expect(whole(own("192.0.2.6"))).toBe("ip4:192.0.2.0/24");
    expect(whole(own("2001:db8:0:1::5"))).toBe("ip6:2001:db8:0:1::/64");
    expect(whole(forger("192.0.2.6"))).toBeNull();
    expect(whole(sender({ ip: "10.0.0.1" }))).toBeNull();
    expect(whole(...provider("192.0.2."))).toBeNull();
  });

  test("name own hosts as the domain does, and others by address", () => {
    const hosts = [
      own("192.0.2.6", { hostTerm: "mx" }),
      own("192.0.2.9", { hostTerm: "mx" }),
      own("192.0.2.8"),
    ];
    expect(shown(hosts)).toEqual([["192.0.2.0/24 own", "mx ip4:192.0.2.8", true]]);
    const unsure = sender({ ip: "192.0.2.6" }, { hostTerm: "mx" });
    expect(shown([unsure])).toEqual([["192.0.2.0/24 unknown", "ip4:192.0.2.6", false]]);
  });

  test("of a provider are all of its servers, wherever they are", () => {
    const senders = [...provider("192.0.2."), ...provider("198.51.100.")];
    expect(shown(senders)).toEqual([["include:_spf.google.com", "include:_spf.google.com", false]]);
  });

  test("of a provider are not authorised by sending steadily, whoever's customer it is that sends", () => {
    const [group] = groupSenders(provider("192.0.2.", [0, 1, 2, 3, 4, 5]));
    expect(group).toMatchObject({ isAuthorisable: false, isAuthorised: "none", total: 12 });
    expect(group!.terms).toEqual(["include:_spf.google.com"]);
  });

  test("of a provider may be authorised where one of them is tied to the domain", () => {
    const others = provider("192.0.2.", [0, 1]);
    const tied = (one: Sender) => groupSenders([...others, one])[0]!;
    const named = sender({ ip: "198.51.100.1" }, { provider: GOOGLE, confirmedNames: ["o1.example.com"] });
    expect(tied(named).senders.map(({ isAuthorisable }) => isAuthorisable)).toEqual([true, true, true]);
    expect(tied(sender({ ip: "198.51.100.1" }, { provider: RECEIVING })).isAuthorisable).toBe(true);
    expect(tied(sender({ ip: "198.51.100.1" }, { provider: GOOGLE })).isAuthorisable).toBe(false);
  });

  test("of a provider, of which the record passes one server, do not take its other customers along", () => {
    const listed = sender({ ip: "198.51.100.1" }, { provider: GOOGLE, published: "pass", draft: "pass" });
    expect(groupSenders([listed])[0]!.isAuthorisable).toBe(true);
    expect(groupSenders([listed, ...provider("192.0.2.", [0])])[0]!.isAuthorisable).toBe(false);
  });

  test("are authorised as the draft stands with their servers", () => {
    const standing = (...drafts: Sender["draft"][]) =>
      groupSenders(drafts.map((draft, n) => own(`192.0.2.${n}`, { draft })))[0]!.isAuthorised;
    expect(standing("pass", "pass")).toBe("all");
    expect(standing("pass", "softfail")).toBe("some");
    expect(standing("neutral", null)).toBe("none");
  });

  test("of what is no address have nothing to authorise", () => {
    expect(shown([sender({ ip: "unknown" })])).toEqual([["unknown unknown", "", false]]);
  });
});

describe("a draft with a group", () => {
  const [network] = groupSenders([own("192.0.2.6"), own("192.0.2.7"), own("192.0.2.9")]);
  const [google] = groupSenders(provider("192.0.2."));

  test.each([
    ["v=spf1 mx -all", "v=spf1 mx ip4:192.0.2.6/31 ip4:192.0.2.9 -all"],
    ["v=spf1 ip4:192.0.2.9 -all", "v=spf1 ip4:192.0.2.9 ip4:192.0.2.6/31 -all"],
    ["", "v=spf1 ip4:192.0.2.6/31 ip4:192.0.2.9"],
    ["v=spf1 redirect=_spf.example.org", "v=spf1 ip4:192.0.2.6/31 ip4:192.0.2.9 redirect=_spf.example.org"],
  ])("authorised: %s → %s", (draft, expected) => {
    expect(withGroup(draft, network!, true)).toBe(expected);
    expect(withGroup(expected, network!, true)).toBe(expected);
  });

  test.each([
    ["v=spf1 mx ip4:192.0.2.6/31 ip4:192.0.2.9 -all", "v=spf1 mx -all"],
    ["v=spf1 ip4:192.0.2.6 +ip4:192.0.2.7/32 a -all", "v=spf1 a -all"],
    ["v=spf1 ip4:192.0.2.0/24 -all", "v=spf1 -all"],
    [
      "v=spf1 ip4:192.0.2.0/23 include:x.example mx -all",
      "v=spf1 ip4:192.0.2.0/23 include:x.example mx -all",
    ],
    ["v=spf1 -all", "v=spf1 -all"],
  ])("no longer authorised: %s → %s", (draft, expected) => {
    expect(withGroup(draft, network!, false)).toBe(expected);
  });

  test("of a provider has its include, or not", () => {
    expect(withGroup("v=spf1 ~all", google!, true)).toBe("v=spf1 include:_spf.google.com ~all");
    expect(withGroup("v=spf1 include:_SPF.google.com a ~all", google!, false)).toBe("v=spf1 a ~all");
  });
});
