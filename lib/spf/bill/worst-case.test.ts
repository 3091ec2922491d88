import { expect, test } from "vitest";
import { billOf, costs } from "./bill.fixture";

const CASES: {
  title: string;
  zone: Record<string, string[]>;
  costs: string;
  lookups: number;
  voids: [number, number, number];
}[] = [
  {
    title: "terms that look up cost one, others nothing",
    zone: {
      "d.example": [
        "TXT v=spf1 ip4:192.0.2.1 ip6:2001:db8::/32 a mx ptr exists:x.example exp=e.example -all",
        "A 192.0.2.1",
        "AAAA 2001:db8::1",
        "MX 1 d.example",
      ],
      "x.example": ["A 127.0.0.2"],
      "e.example": ["TXT no"],
    },
    costs:
      "ip4:192.0.2.1 0, ip6:2001:db8::/32 0, a 1, mx 1, ptr 1, exists:x.example 1, exp=e.example 0, -all 0",
    lookups: 4,
    voids: [0, 0, 1],
  },
  {
    title: "an include costs one and its tree",
    zone: {
      "d.example": ["TXT v=spf1 include:i.example ?include:j.example ~all"],
      "i.example": ["TXT v=spf1 include:j.example a:j.example -all"],
      "j.example": ["TXT v=spf1 ip4:192.0.2.0/24 mx", "A 192.0.2.1", "AAAA 2001:db8::1", "MX 1 j.example"],
    },
    costs:
      "include:i.example 4 [include:j.example 2 [ip4:192.0.2.0/24 0, mx 1], a:j.example 1, -all 0], " +
      "?include:j.example 2 [ip4:192.0.2.0/24 0, mx 1], ~all 0",
    lookups: 6,
    voids: [0, 0, 0],
  },
  {
    title: "a redirect costs one and its tree",
    zone: {
      "d.example": ["TXT v=spf1 redirect=r.example ip4:192.0.2.1"],
      "r.example": ["TXT v=spf1 ptr -all"],
    },
    costs: "redirect=r.example 2 [ptr 1, -all 0], ip4:192.0.2.1 0",
    lookups: 2,
    voids: [0, 0, 1],
  },
  {
    title: "beside all a redirect costs nothing, and neither does what stands behind all",
    zone: { "d.example": ["TXT v=spf1 redirect=r.example -all include:i.example a"] },
    costs: "redirect=r.example -, -all 0, include:i.example -, a -",
    lookups: 0,
    voids: [0, 0, 0],
  },
  {
    title: "behind an include that passes everyone nothing is reached",
    zone: {
      "d.example": ["TXT v=spf1 -include:i.example a redirect=r.example"],
      "i.example": ["TXT v=spf1 ptr redirect=j.example"],
      "j.example": ["TXT v=spf1 a:d.example +all", "A 192.0.2.1"],
    },
    costs:
      "-include:i.example 4 [ptr 1, redirect=j.example 2 [a:d.example 1, +all 0]], a -, redirect=r.example -",
    lookups: 4,
    voids: [1, 1, 1],
  },
  {
    title: "behind an include that may fail someone the rest is reached",
    zone: {
      "d.example": ["TXT v=spf1 include:i.example ptr -all"],
      "i.example": ["TXT v=spf1 -ip4:192.0.2.1 +all"],
    },
    costs: "include:i.example 1 [-ip4:192.0.2.1 0, +all 0], ptr 1, -all 0",
    lookups: 2,
    voids: [0, 0, 1],
  },
  {
    title: "a family without addresses is void for its clients, once for all exchangers",
    zone: {
      "d.example": [
        "TXT v=spf1 a:four.example mx exists:gone.example include:gone.example -all",
        "MX 1 four.example",
        "MX 2 gone.example",
      ],
      "four.example": ["A 192.0.2.1"],
    },
    costs: "a:four.example 1, mx 1, exists:gone.example 1, include:gone.example 1 [nxdomain], -all 0",
    lookups: 4,
    voids: [2, 4, 0],
  },
  {
    title: "a macro's target is not followed, and may be void",
    zone: { "d.example": ["TXT v=spf1 include:%{i}.example exists:%{l}.example a:%{h} -all"] },
    costs: "include:%{i}.example 1, exists:%{l}.example 1, a:%{h} 1, -all 0",
    lookups: 3,
    voids: [0, 0, 3],
  },
  {
    title: "an include of oneself costs more than the limit",
    zone: { "d.example": ["TXT v=spf1 include:D.example -all"] },
    costs: "include:D.example 11 [loop], -all 0",
    lookups: 11,
    voids: [0, 0, 0],
  },
  {
    title: "so does a loop further down",
    zone: {
      "d.example": ["TXT v=spf1 include:i.example -all"],
      "i.example": ["TXT v=spf1 redirect=j.example"],
      "j.example": ["TXT v=spf1 include:i.example"],
    },
    costs: "include:i.example 13 [redirect=j.example 12 [include:i.example 11 [loop]]], -all 0",
    lookups: 13,
    voids: [0, 0, 0],
  },
  {
    title: "records with syntax errors, several records and no answer are said to be so",
    zone: {
      "d.example": [
        "TXT v=spf1 include:s.example include:t.example include:error.example include:u.example -all",
      ],
      "s.example": ["TXT v=spf1 a:s.example ipv4:192.0.2.1 -all", "A 192.0.2.1", "AAAA 2001:db8::1"],
      "t.example": ["TXT v=spf1 -all", "TXT v=spf1 ~all"],
      "u.example": ["TXT words"],
    },
    costs:
      "include:s.example 2 [syntax, a:s.example 1, ipv4:192.0.2.1 -, -all 0], include:t.example 1 [several], " +
      "include:error.example 1 [error], include:u.example 1 [none], -all 0",
    lookups: 5,
    voids: [0, 0, 1],
  },
  {
    title: "more than ten exchangers are not looked up, and a null MX has nothing to look up",
    zone: {
      "d.example": [
        "TXT v=spf1 mx mx:n.example -all",
        ...Array.from({ length: 11 }, (_, i) => `MX ${i} m${i}.example`),
      ],
      "n.example": ["MX 0 "],
    },
    costs: "mx 1, mx:n.example 1, -all 0",
    lookups: 2,
    voids: [0, 0, 0],
  },
];

test.each(CASES)("$title", ({ zone, costs: expected, lookups, voids: [ip4, ip6, possible] }) => {
  const bill = billOf(zone);
  expect(costs(bill.root)).toBe(expected);
  expect(bill.lookups).toBe(lookups);
  expect(bill.voidLookups).toEqual({ ip4, ip6, possible });
  expect(JSON.parse(JSON.stringify(bill))).toEqual(bill);
});
