import { beforeEach, describe, expect, test, vi } from "vitest";
import { DatabaseFault } from "@/lib/db/faults";
import { checkHost } from "@/lib/spf";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { isDemoDatabase, isDemoDomain } from "./demo";
import { modestResolver, ownResolver, visitResolver } from "./dns";

const database = vi.hoisted(() => ({ demo: false as unknown, asked: 0 }));
vi.mock("./database", () => ({
  ask: async () => {
    database.asked++;
    if (database.demo instanceof Error) throw database.demo;
    return database.demo;
  },
}));
const real = vi.hoisted(() => ({ asked: [] as string[] }));
vi.mock("@/lib/dns/dns-client", () => ({
  dnsClient: () => ({
    session: () => ({
      resolve: (name: string) => {
        real.asked.push(name);
        return { status: "void", reason: "nxdomain" };
      },
    }),
  }),
}));

const many = Array.from({ length: 400 }, (_, n) => `ip4:198.51.${n >> 8}.${n & 255}`).join(" ");
const ZONE = zoneOf({
  "big.example": [`TXT v=spf1 ${many} -all`],
  "bigger.example": [
    "TXT v=spf1 include:a.example include:b.example include:c.example include:d.example -all",
  ],
  ...Object.fromEntries(["a", "b", "c", "d"].map((name) => [`${name}.example`, [`TXT v=spf1 ${many} -all`]])),
  "small.example": ["TXT v=spf1 -all", `TXT ${"x".repeat(60_000)}`],
});

const check = (domain: string) =>
  checkHost(
    { ip: "192.0.2.1", domain, sender: `a@${domain}`, helo: "" },
    modestResolver(zoneResolver(ZONE)),
    { clock: () => 0, trace: true },
  );

test("a visit evaluates records of a bounded size in all; other texts do not count", () => {
  expect(check("big.example")).toMatchObject({ result: "fail" });
  expect(check("small.example")).toMatchObject({ result: "fail" });
  expect(check("bigger.example")).toMatchObject({ result: "temperror", reason: "dns-error" });
});

test("a name that is asked for twice counts once", () => {
  const resolver = modestResolver(zoneResolver(ZONE));
  for (let times = 0; times < 20; times++)
    expect(resolver.resolve("big.example", "TXT")).toMatchObject({ status: "found" });
});

test("strangers are not told which server gave no answer", () => {
  const resolver = modestResolver({
    resolve: () => ({ status: "error", reason: "127.0.0.1:9: connection refused" }),
  });
  expect(resolver.resolve("a.example", "A")).toEqual({ status: "error", reason: "connection refused" });
});

describe("the demo's own names", () => {
  beforeEach(() => {
    database.demo = true;
    database.asked = 0;
    real.asked = [];
    Object.assign(globalThis, { whyspfDemo: undefined });
  });

  test("are answered from its zone while the database is the demo's, for everyone", async () => {
    for (const resolver of [visitResolver(), ownResolver()]) {
      expect(await resolver.resolve("Example.KR", "TXT")).toMatchObject({ status: "found" });
      expect(await resolver.resolve("nobody.example.kr", "TXT")).toMatchObject({ reason: "nxdomain" });
      expect(await resolver.resolve("41.2.0.192.in-addr.arpa", "PTR")).toMatchObject({ status: "found" });
    }
    expect(real.asked).toEqual([]);
    expect(database.asked).toBe(1);
    expect(await isDemoDomain("example.kr")).toBe(true);
  });

  test("are asked of the real resolvers once it is not, or cannot tell", async () => {
    for (const demo of [false, new DatabaseFault("locked", "is locked"), new Error("no")]) {
      database.demo = demo;
      Object.assign(globalThis, { whyspfDemo: undefined });
      expect(await visitResolver().resolve("example.kr", "TXT")).toMatchObject({ status: "void" });
      expect(await isDemoDomain("example.kr")).toBe(false);
    }
    expect(real.asked).toEqual(["example.kr", "example.kr", "example.kr"]);
  });

  test("are all that the database is asked for, and every name besides is real", async () => {
    const names = ["example.com", "corp.example", "kisarbl.or.kr", "an-example.kr", "1.0.0.127.in-addr.arpa"];
    for (const name of names) {
      await visitResolver().resolve(name, "TXT");
      expect(await isDemoDomain(name)).toBe(false);
    }
    expect(real.asked).toEqual(names);
    expect(database.asked).toBe(0);
  });

  test("are real where the database gives no answer in time", async () => {
    database.demo = new Promise(() => {});
    vi.useFakeTimers();
    try {
      const answer = visitResolver().resolve("example.kr", "TXT");
      await vi.advanceTimersByTimeAsync(1_900);
      expect(real.asked).toEqual([]);
      await vi.advanceTimersByTimeAsync(200);
      expect(await answer).toMatchObject({ status: "void" });
    } finally {
      vi.useRealTimers();
    }
  });

  test("become real within seconds of the first real log", async () => {
    expect(await isDemoDatabase(1_000)).toBe(true);
    database.demo = false;
    expect(isDemoDatabase(2_000)).toBe(true);
    expect(await isDemoDatabase(7_000)).toBe(false);
    expect(database.asked).toBe(2);
  });
});
