import { describe, expect, test } from "vitest";
import { zoneOf } from "../zone.fixture";
import type { Provider } from "./providers";
import { OTHERS, suggestIn, zone } from "./suggest.fixture";

const PROVIDER: Provider = {
  name: "B",
  include: "b.example",
  category: "relay",
  usage: 1,
  source: "dns",
  date: "",
  networks: ["198.51.100.0/24"],
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

  test("is known by its host's name where the networks are not", () => {
    const named = zoneOf({
      ...OTHERS,
      "_spf.mail.co.kr": ["TXT v=spf1 ip4:198.51.100.0/24 -all"],
      "9.100.51.198.in-addr.arpa": ["PTR out9.mail.co.kr"],
      "d.example": ["TXT v=spf1 -all"],
    });
    const unknown = [{ ...PROVIDER, include: "_spf.mail.co.kr", networks: [] }];
    expect(suggestIn(named, { ip }, { providers: unknown }).suggested).toBe(
      "v=spf1 include:_spf.mail.co.kr -all",
    );
  });
});
