import { expect, test } from "vitest";
import { groupSenders } from "@/lib/spf/senders/groups";
import { sender } from "@/lib/spf/senders/sender.fixture";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { suggestedDraft } from "./suggested-draft";

const ZONE = {
  "example.com": ["MX 10 mx.example.com"],
  "mx.example.com": ["A 192.0.2.25"],
  "_spf.big.example": ["TXT v=spf1 ip4:198.51.100.0/24 -all"],
  "_spf.dear.example": ["TXT v=spf1 a:a.example a:b.example a:c.example -all"],
  "a.example": ["A 198.51.100.1", "AAAA 2001:db8::1"],
  "b.example": ["A 198.51.100.2", "AAAA 2001:db8::2"],
  "c.example": ["A 198.51.100.3", "AAAA 2001:db8::3"],
};
const A_LOOKUP = "exists:known.example";
const known = { "known.example": ["A 127.0.0.2"] };

const provider = (include: string, total = 40, mx: string | null = `mx.${include}`) =>
  sender({ ip: "198.51.100.7", total }, { provider: { name: include, include, isProven: true, mx } });
const own = sender({ ip: "192.0.2.25" }, { isOwnHost: true, hostTerm: "mx" });
const suggest = (draft: string, senders: (typeof own)[], zone: Record<string, string[]> = {}) =>
  suggestedDraft(
    "example.com",
    draft,
    groupSenders(senders),
    zoneResolver(zoneOf({ ...ZONE, ...known, ...zone })),
  );

test("a draft of nothing becomes a record that refuses nobody", async () => {
  expect(await suggest("", [own])).toBe("v=spf1 mx ~all");
  expect(await suggest("  ", [own])).toBe("v=spf1 mx ~all");
});

test("a draft of nothing stays as it is where a record would name nobody", async () => {
  const untied = provider("_spf.big.example", 90_000, null);
  const unseen = provider("_spf.big.example");
  const zone = { "_spf.big.example": ["TXT v=spf1 include:error.example -all"] };
  expect(await suggest("", [])).toBe("");
  expect(await suggest("  ", [untied])).toBe("  ");
  expect(await suggest("", [unseen], zone)).toBe("");
});

test("what the draft authorises already stays as it is", async () => {
  const passing = sender({ ip: "192.0.2.25" }, { isOwnHost: true, hostTerm: "mx", draft: "pass" });
  expect(await suggest("v=spf1 ip4:192.0.2.0/24 -all", [passing])).toBe("v=spf1 ip4:192.0.2.0/24 -all");
});

test("the provider with most messages takes the lookups that are left, and no other goes over", async () => {
  const seven = Array.from({ length: 7 }, () => A_LOOKUP).join(" ");
  const both = [provider("_spf.dear.example", 40), provider("_spf.big.example", 90)];
  const fits = `v=spf1 ${seven} include:_spf.big.example -all`;
  expect(await suggest(`v=spf1 ${seven} -all`, both)).toBe(fits);
  expect(await suggest("v=spf1 -all", both)).toBe(
    "v=spf1 include:_spf.big.example include:_spf.dear.example -all",
  );
});

test("a provider that nothing ties to the domain is left to its own tick", async () => {
  const untied = provider("_spf.big.example", 90_000, null);
  expect(await suggest("v=spf1 -all", [own, untied])).toBe("v=spf1 mx -all");
});

test("a draft over the limit gets what costs nothing, and is made no worse", async () => {
  const eleven = Array.from({ length: 11 }, () => A_LOOKUP).join(" ");
  expect(await suggest(`v=spf1 ${eleven} -all`, [own, provider("_spf.big.example")])).toBe(
    `v=spf1 ${eleven} ip4:192.0.2.25 -all`,
  );
});

test("an include that cannot be seen to the end is left out", async () => {
  const zone = { "_spf.big.example": ["TXT v=spf1 include:error.example -all"] };
  expect(await suggest("v=spf1 -all", [provider("_spf.big.example")], zone)).toBe("v=spf1 -all");
});

test("void lookups beyond two are not added: addresses instead of exchangers that have none", async () => {
  const voids = "exists:gone1.example exists:gone2.example";
  const zone = { "example.com": ["MX 10 mx.example.com", "MX 20 gone.example.com"] };
  expect(await suggest(`v=spf1 ${voids} -all`, [own], zone)).toBe(`v=spf1 ${voids} ip4:192.0.2.25 -all`);
  expect(await suggest("v=spf1 -all", [own], zone)).toBe("v=spf1 mx -all");
});

test("text that is no record yet is only added to", async () => {
  expect(await suggest("v=spf1 ip4:1.2. -all", [own])).toBe("v=spf1 ip4:1.2. mx -all");
});
