import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sealOf } from "./secret";
import { LONGEST_WHY_LINK, readSignedMessage, signedMessage } from "./why-links";

const SECRET = "c2VjcmV0IG9mIHRoaXMgc2l0ZSwgMzIgYnl0ZXMgbG9uZw==";
const NOW = Date.UTC(2026, 10, 24, 9, 18, 8);
const DAY = 24 * 3_600_000;
const KEY = { host: "mx1.corp.example", queueId: "6AN9I8aa012345" };
const LINK = signedMessage(SECRET, KEY, NOW + DAY);

const read = (given: unknown, now = NOW, secret = SECRET) => readSignedMessage(given, secret, now);

describe("a signed link", () => {
  test("is short, and plain in a URL but for its slash", () => {
    expect(LINK).toEqual({ m: "mx1.corp.example/6AN9I8aa012345", e: "tp1wi8", t: expect.any(String) });
    expect(new URLSearchParams({ ...LINK }).toString().length).toBeLessThan(80);
    expect(LINK.t).toMatch(/^[\w-]{22}$/);
  });

  test("keeps its form, so that links in replies that were sent stay good", () => {
    expect(signedMessage("secret", KEY, Date.UTC(2030, 0, 1)).t).toBe("FMGGDPvCuADpPSpum5SChg");
  });

  test("names its message until it expires, and not from then on", () => {
    expect(read(LINK)).toEqual(KEY);
    expect(read(LINK, NOW + DAY - 1)).toEqual(KEY);
    expect(read(LINK, NOW + DAY)).toBeNull();
    expect(read(LINK, NOW + 10_000 * DAY)).toBeNull();
  });

  test("that claims to be good for more than 400 days opens nothing", () => {
    expect(read(signedMessage(SECRET, KEY, NOW + LONGEST_WHY_LINK))).toEqual(KEY);
    expect(read(signedMessage(SECRET, KEY, NOW + LONGEST_WHY_LINK + 1000))).toBeNull();
    expect(read(signedMessage(SECRET, KEY, Number.MAX_SAFE_INTEGER))).toBeNull();
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0])("until %d opens nothing", (expiresAt) => {
    expect(read(signedMessage(SECRET, KEY, expiresAt))).toBeNull();
  });

  test("of another site, or sealed for another purpose, opens nothing", () => {
    expect(read(LINK, NOW, `${SECRET}x`)).toBeNull();
    const text = `${LINK.e}\n${LINK.m}`;
    const seals = [
      createHmac("sha256", SECRET).update(text).digest("base64url"),
      sealOf(SECRET, "whyspf why link 1", text),
    ];
    for (const seal of seals) expect(read({ ...LINK, t: seal.slice(0, 22) })).toBeNull();
  });

  test("does not serve another message or another time", () => {
    const other = signedMessage(SECRET, { ...KEY, queueId: "6AN9I8aa012346" }, NOW + 2 * DAY);
    expect(read({ ...LINK, t: other.t })).toBeNull();
    expect(read({ ...LINK, e: other.e })).toBeNull();
    expect(read({ ...LINK, m: other.m })).toBeNull();
    expect(read(other)).not.toBeNull();
  });
});

const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
const odd = fc.constantFrom(
  "a/b",
  "..",
  "%2F",
  "a\nb",
  "\0",
  "__proto__",
  "메일.example",
  "~1x8c0k2p9aq",
  "+ &=#",
);
const part = fc.oneof(name, odd);

test("any host and queue id come back as they were, and no two have the same link", () => {
  fc.assert(
    fc.property(part, part, part, part, (host, queueId, host2, queueId2) => {
      const link = signedMessage(SECRET, { host, queueId }, NOW + DAY);
      expect(read(Object.fromEntries(new URLSearchParams({ ...link })))).toEqual({ host, queueId });
      const other = signedMessage(SECRET, { host: host2, queueId: queueId2 }, NOW + DAY);
      expect(other.t === link.t).toBe(host === host2 && queueId === queueId2);
    }),
  );
});

/** A text in which one character is another, is gone, or is one too many. */
function changed(text: string, at: number, character: string, how: "put" | "drop" | "add"): string {
  const place = at % (text.length + (how === "add" ? 1 : 0));
  const rest = text.slice(place + (how === "add" ? 0 : 1));
  return text.slice(0, place) + (how === "drop" ? "" : character) + rest;
}

test("one changed character anywhere opens nothing", () => {
  const character = fc.oneof(
    fc.constantFrom(..."0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_/%.~ =+\n\0"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  const how = fc.constantFrom("put" as const, "drop" as const, "add" as const);
  fc.assert(
    fc.property(fc.constantFrom("m", "e", "t"), fc.nat(200), character, how, (field, at, text, kind) => {
      const value = changed(LINK[field as "m"], at, text, kind);
      fc.pre(value !== LINK[field as "m"]);
      expect(read({ ...LINK, [field]: value })).toBeNull();
    }),
    { numRuns: 3000 },
  );
});

test("each character of the seal counts, the last one with all its bits", () => {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (let at = 0; at < LINK.t.length; at++)
    for (const digit of digits) {
      const t = LINK.t.slice(0, at) + digit + LINK.t.slice(at + 1);
      expect(read({ ...LINK, t })).toEqual(t === LINK.t ? KEY : null);
    }
});

const LONG = "a".repeat(100_000);

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["null", null],
  ["a text", "m=1&e=2&t=3"],
  ["a number", 7],
  ["an empty object", {}],
  ["a list", [LINK.m, LINK.e, LINK.t]],
  ["one parameter alone", { m: LINK.m }],
  ["repeated parameters", { ...LINK, t: [LINK.t, LINK.t] }],
  ["a repeated message", { ...LINK, m: [LINK.m] }],
  ["an expiry that is a number", { ...LINK, e: Number.parseInt(LINK.e, 36) }],
  ["names of a prototype", { m: "__proto__/constructor", e: "constructor", t: "__proto__" }],
  ["parameters that are inherited names", { m: "toString/valueOf", e: LINK.e, t: "hasOwnProperty________" }],
  ["a long message", { ...LINK, m: LONG }],
  ["a long expiry", { ...LINK, e: LONG }],
  ["a long seal", { ...LINK, t: LONG }],
  ["everything long", { m: LONG, e: LONG, t: LONG }],
  ["a seal of wide characters", { ...LINK, t: "é".repeat(22) }],
  ["a seal with a line break", { ...LINK, t: `${LINK.t}\n` }],
  ["an expiry in capitals", { ...LINK, e: LINK.e.toUpperCase() }],
  ["an expiry with a zero before it", { ...LINK, e: `0${LINK.e}` }],
  ["an expiry below zero", { ...LINK, e: `-${LINK.e}` }],
])("%s opens nothing", (_, given) => {
  expect(read(given)).toBeNull();
});

test("anything at all opens nothing and is no trouble", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (m, e, t) => {
      expect(read({ m, e, t })).toBeNull();
      expect(read(m)).toBeNull();
    }),
    { numRuns: 500 },
  );
});
