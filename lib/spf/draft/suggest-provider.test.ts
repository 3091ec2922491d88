import { describe, expect, test } from "vitest";
import { zoneOf } from "../zone.fixture";
import type { Provider } from "./providers";
import { OTHERS, suggestIn, zone } from "./suggest.fixture";

/** The provider's network, without the addresses that stand for everyone else. */
const OWN = "198.51.100.0/25";

const PROVIDER: Provider = {
  name: "B",
  include: "b.example",
  category: "relay",
  usage: 1,
  source: "dns",
  date: "",
  networks: [OWN],
};

describe("a provider's client", () => {
  const ip = "198.51.100.9";
  const providers = [PROVIDER];

  test.each([
    ["gets the include", "v=spf1 a -all", "v=spf1 a include:b.example -all"],
    ["gets it in a new record", "words", "v=spf1 include:b.example ?all"],
    [
      "gets its address where the include is there already",
      "v=spf1 -ip4:198.51.100.9 include:b.example -all",
      "v=spf1 ip4:198.51.100.9 -ip4:198.51.100.9 include:b.example -all",
    ],
    [
      "gets its address where lookups run out",
      "v=spf1 include:nine.example -all",
      "v=spf1 include:nine.example ip4:198.51.100.9 -all",
    ],
  ])("%s", (_, text, suggested) => {
    const suggestion = suggestIn(zone(`TXT ${text}`), { ip }, { providers });
    expect(suggestion.suggested).toBe(suggested);
    expect(suggestion.warnings.includes("shared-provider")).toBe(!suggested.includes(ip));
  });

  test("gets its address where the include no longer passes it", () =>
    expect(
      suggestIn(zone("TXT v=spf1 -all"), { ip }, { providers: [{ ...PROVIDER, include: "broken.example" }] })
        .suggested,
    ).toBe(`v=spf1 ip4:${ip} -all`));

  test.each([
    ["is an error for others", "broken.example", "v=spf1 -ip4:198.51.100.9 ip4:203.0.113.1 -all"],
    ["is too many void lookups for them", "void.example", "v=spf1 a:1.gone.example a:2.gone.example -all"],
    [
      "is so for those decided before an error that is there already",
      "void.example",
      "v=spf1 -ip4:198.51.100.9 a:1.gone.example a:2.gone.example ~ip4:203.0.113.1 redirect=broken.example",
    ],
    ["passes everyone", "open.example", "v=spf1 a -all"],
    ["passes everyone, without a record", "open.example", "words"],
  ])("gets its address where the include %s", (_, include, text) => {
    const here = new Map([
      ...zone(`TXT ${text}`),
      ...zoneOf({
        "broken.example": [`TXT v=spf1 ip4:${OWN} include:gone.example -all`],
        "void.example": [`TXT v=spf1 ip4:${OWN} exists:%{i}.gone.example -all`],
        "open.example": ["TXT v=spf1 +all"],
      }),
    ]);
    const suggestion = suggestIn(here, { ip }, { providers: [{ ...PROVIDER, include }] });
    expect(suggestion.edits.map((edit) => edit.text).join()).toContain(`ip4:${ip}`);
    expect(suggestion.suggested).not.toContain("include:");
    expect(suggestion.after?.result).toBe("pass");
  });

  test("is known by its host's name where the networks are not", () => {
    const named = zoneOf({
      ...OTHERS,
      "_spf.mail.co.kr": ["TXT v=spf1 ip4:198.51.100.0/25 -all"],
      "9.100.51.198.in-addr.arpa": ["PTR out9.mail.co.kr"],
      "d.example": ["TXT v=spf1 -all"],
    });
    const unknown = [{ ...PROVIDER, include: "_spf.mail.co.kr", networks: [] }];
    expect(suggestIn(named, { ip }, { providers: unknown }).suggested).toBe(
      "v=spf1 include:_spf.mail.co.kr -all",
    );
  });
});
