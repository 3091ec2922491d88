import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dnsClient } from "./dns-client";
import { dnsServer, type TestServer } from "./dns-server.fixture";
import { readZoneJson } from "./zone-json";

const read = readZoneJson(
  JSON.stringify({
    "example.org": { TXT: ["v=spf1 -all"], A: ["192.0.2.1"] },
    "links.example.org": { CNAME: "links2.example.org" },
    "links2.example.org": { CNAME: "example.org" },
  }),
);
if (!("zone" in read)) throw new Error(read.problem);
let up: TestServer;
beforeAll(async () => {
  up = await dnsServer(read.zone, {
    faults: {
      "links.example.org": "first link only",
      "links2.example.org": "first link only",
      "mute.example.org": "drop",
    },
  });
});
afterAll(() => up.close());

describe("one evaluation", () => {
  const client = () => dnsClient({ servers: [up.server], timeoutMs: 10_000, attempts: 1 });

  test("ends with its time", async () => {
    const resolver = client().session({ milliseconds: 40 });
    const over = { status: "error", reason: "time budget used up" };
    expect(await resolver.resolve("mute.example.org", "TXT")).toEqual(over);
    expect(await resolver.resolve("example.org", "TXT")).toEqual(over);
  });

  test("ends with its queries, those for CNAMEs included; what is known stays free", async () => {
    const resolver = client().session({ queries: 4 });
    expect(await resolver.resolve("links.example.org", "A")).toMatchObject({ status: "found" });
    expect(await resolver.resolve("example.org", "TXT")).toMatchObject({ status: "found" });
    const refused = { status: "error", reason: "budget of 4 queries used up" };
    expect(await resolver.resolve("example.org", "MX")).toEqual(refused);
    expect(resolver.resolve("LINKS.example.org", "A")).toMatchObject({ status: "found" });
  });

  test("ends when it is told to", async () => {
    const abort = new AbortController();
    const resolver = client().session({ signal: abort.signal });
    const answer = resolver.resolve("mute.example.org", "TXT");
    abort.abort();
    expect(await answer).toEqual({ status: "error", reason: "aborted" });
    expect(await resolver.resolve("example.org", "TXT")).toEqual({ status: "error", reason: "aborted" });
  });

  test("that ends takes no other with it", async () => {
    const shared = dnsClient({ servers: [up.server], timeoutMs: 200, attempts: 1 });
    const abort = new AbortController();
    const [one, other] = [shared.session({ signal: abort.signal }), shared.session()];
    const before = up.asked.length;
    const name = "mute.example.org";
    const answers = [one.resolve(name, "TXT"), other.resolve(name, "TXT")];
    abort.abort();
    expect(await answers[0]).toEqual({ status: "error", reason: "aborted" });
    expect(await answers[1]).toEqual({ status: "error", reason: "timeout" });
    expect(up.asked.length - before).toBe(1);
  });
});
