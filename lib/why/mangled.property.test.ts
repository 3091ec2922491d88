import fc from "fast-check";
import { expect, test } from "vitest";
import { TEMPLATES } from "./links.fixture";
import { readWhyUrl } from "./read-url";
import { WHY_FIELDS, WHY_PROBLEM_KINDS, type WhyRequest } from "./request";
import { whyUrl } from "./write-url";

const MAIL = { sender: "ceo+tag@fail.example", ip: "192.0.2.66", receiver: "spf.example.kr" };
const IPV6 = { ...MAIL, ip: "2001:db8:66::66" };

test.each(TEMPLATES)("the link of $name never tells something else where it is cut", (template) => {
  for (const mail of [MAIL, IPV6]) {
    const link = template.write(mail);
    for (let length = 0; length < link.length; length++) {
      const request = readWhyUrl(link.slice(0, length));
      const { sender, ip, receiver, problems } = request;
      const isSaid = (field: string) => problems.some((problem) => problem.field === field);
      // What is cut at a dot may look whole: then it is a beginning of it, and the last that the link tells.
      if (ip !== null && ip !== mail.ip)
        expect([mail.ip.startsWith(ip) || template.write(mail).includes(":"), receiver]).toEqual([
          true,
          null,
        ]);
      if (sender !== null && sender !== mail.sender) {
        expect(mail.sender.startsWith(sender)).toBe(true);
        expect(ip).toBeNull();
      }
      expect([
        sender !== null || isSaid("sender") || request.helo !== null,
        ip !== null || isSaid("ip"),
      ]).toEqual([true, true]);
    }
  }
});

test.each(TEMPLATES)("the link of $name is read where it is folded", (template) => {
  for (const mail of [MAIL, IPV6]) {
    const link = template.write(mail);
    const from = Math.max(link.search(/[?]|\/(?:id|s)=/), 0) + 1;
    for (const fold of ["\n", "\r\n   ", "\n> ", "\n\t", "=\r\n", "\n\n"]) {
      // Behind the sender's "=" and up to the address no fold can be told from the link's end.
      const ipAt = link.search(/[;&/]i(?:p|p-address)?=/);
      for (let at = from; at <= ipAt; at++) {
        const folded = link.slice(0, at) + fold + link.slice(at);
        expect({ folded, ...readWhyUrl(folded) }).toMatchObject({ folded, sender: mail.sender, ip: mail.ip });
      }
    }
  }
});

test.each(TEMPLATES)("the link of $name is read in every wrapping", (template) => {
  for (const mail of [MAIL, IPV6]) {
    const link = template.write(mail);
    const wrappings = [
      `<${link}>`,
      `"${link}"`,
      `(${link}).`,
      `${link}">`,
      link.replaceAll("&", "&amp;"),
      link.replaceAll("&", ";"),
      link.replaceAll(";", "&"),
      link.replaceAll(/[;&]/g, "&#x26;"),
      link.replaceAll("=", "=3D"),
      link.replaceAll("%", "%%"),
      link.replaceAll("%", "%25"),
      link.replaceAll(/%40|@/g, "%2540"),
    ];
    for (const text of wrappings) {
      expect({ text, ...readWhyUrl(text) }).toMatchObject({ text, sender: mail.sender, ip: mail.ip });
    }
  }
});

/** Texts made of what links are made of. */
const linkLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."?&;=%@/.:<>[]\"' \n\r+",
        "why",
        "/why/",
        "id=",
        "ip=",
        "s=",
        "r=",
        "%{S}",
        "&amp;",
        "=3D",
        "=\r\n",
      ),
      fc.constantFrom(
        "%3B",
        "%3D",
        "%40",
        "%25",
        "%ff",
        "a@b.example",
        "192.0.2.1",
        "2001:db8::1",
        "helo",
        "__proto__=",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));

function expectSound({ sender, helo, ip, receiver, domain, problems, identity }: WhyRequest): void {
  expect(["mailfrom", "helo"]).toContain(identity);
  expect(problems.length).toBeLessThan(120);
  for (const { field, kind, given } of problems) {
    expect(WHY_FIELDS).toContain(field);
    expect(WHY_PROBLEM_KINDS).toContain(kind);
    expect(given.length).toBeLessThanOrEqual(200);
  }
  for (const value of [sender, helo, ip, receiver, domain]) {
    if (value === null) continue;
    expect(value.length).toBeLessThanOrEqual(1_024);
    expect(value).not.toMatch(/[\u0000-\u001f\u007f]/);
  }
}

test("any text is read, and nothing grows beyond its bounds", () => {
  fc.assert(
    fc.property(linkLike, linkLike, (path, query) => {
      expectSound(readWhyUrl(path));
      expectSound(readWhyUrl({ path, query }));
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  "?",
  "&",
  ";",
  "&id=",
  "ip=",
  "%",
  "%25",
  "%3D",
  "=",
  "=\r\n",
  "a",
  "<",
  '"',
  " ",
  "\n",
  "&amp;",
  "amp;",
  "[",
  "@",
  ".",
  "/why/",
  "{",
  "&#38;",
  "? =",
  "id=%{",
  "\u1100",
])("100 kB of %j are read", (unit) => {
  const junk = unit.repeat(Math.ceil(100_000 / unit.length));
  for (const text of [
    junk,
    `/why?${junk}`,
    `/why?id=${junk}`,
    `/why?id=a@b.example&ip=${junk}`,
    `/why?id="${junk}"@x`,
  ]) {
    const request = readWhyUrl(text);
    expectSound(request);
    expect(request.problems).toContainEqual(expect.objectContaining({ field: "link", kind: "too-long" }));
  }
});

const label = fc.stringMatching(/^[a-z0-9]{1,10}$/);
const host = fc.tuple(label, label).map(([first, second]) => `${first}.x${second}`);
const localPart = fc.oneof(
  fc
    .stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,30}$/)
    .filter((text) => !/%\{[a-z_]|^%[a-z]|^\$|^'/i.test(text)),
  fc.string({ maxLength: 20 }).map((text) => JSON.stringify(text)),
);
const ip = fc.oneof(fc.ipV4(), fc.constantFrom("2001:db8::1", "fe80::1", "::"));

test("a link of our own asks what it was made for", () => {
  const request = fc.oneof(
    fc.record({
      identity: fc.constant("mailfrom" as const),
      sender: fc.oneof(
        fc.constant(""),
        host,
        fc.tuple(localPart, host).map(([local, domain]) => `${local}@${domain}`),
      ),
      helo: fc.option(host),
      ip: fc.option(ip),
      receiver: fc.option(host),
    }),
    fc.record({
      identity: fc.constant("helo" as const),
      sender: fc.constant(null),
      helo: host,
      ip: fc.option(ip),
      receiver: fc.option(host),
    }),
  );
  fc.assert(
    fc.property(request, fc.constantFrom("/why", "https://h.example/Why", "/why?lang=ko"), (asked, base) => {
      const link = whyUrl(base, asked);
      expect(link).toMatch(/^[\x21-\x7e]+$/);
      expect(readWhyUrl(link)).toMatchObject(asked);
    }),
    { numRuns: 1_000 },
  );
});
