import { describe, expect, test } from "vitest";
import { readZoneJson } from "@/lib/dns/zone-json";
import { zoneResolver } from "@/lib/dns/zone-resolver";
import type { Resolver } from "@/lib/spf";
import { clientNames } from "./client-names";

const many = Array.from({ length: 12 }, (_, n) => `n${n}.many.example`);

const ZONE = {
  "1.2.0.192.in-addr.arpa": {
    PTR: ["Mail.Example.com.", "mail.example.com", "liar.example.net", "gone.example"],
  },
  "mail.example.com": { A: ["192.0.2.9", "192.0.2.1"] },
  "liar.example.net": { A: ["198.51.100.1"] },
  "7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa": { PTR: ["six.example.com"] },
  "six.example.com": { AAAA: ["2001:db8::7"], A: ["192.0.2.7"] },
  "2.2.0.192.in-addr.arpa": { PTR: many },
  ...Object.fromEntries(many.map((name) => [name, { A: ["192.0.2.2"] }])),
  "3.2.0.192.in-addr.arpa": { timeout: true },
  "4.2.0.192.in-addr.arpa": { PTR: ["late.example.com"] },
  "late.example.com": { timeout: true },
};

function resolver(): Resolver {
  const read = readZoneJson(JSON.stringify(ZONE));
  if ("problem" in read) throw new Error(read.problem);
  return zoneResolver(read.zone);
}

describe("the names of a client", () => {
  test.each([
    ["192.0.2.1", ["mail.example.com"]],
    ["::ffff:192.0.2.1", ["mail.example.com"]],
    ["2001:db8:0::7", ["six.example.com"]],
    ["192.0.2.2", many.slice(0, 10)],
    ["192.0.2.3", []],
    ["192.0.2.4", []],
    ["192.0.2.5", []],
    ["nobody", []],
    ["", []],
  ])("of %s lead back to it: %j", async (ip, names) => {
    expect(await clientNames(ip, resolver())).toEqual(names);
  });

  test("are none where the resolver breaks", async () => {
    const throwing: Resolver = {
      resolve() {
        throw new Error("broken");
      },
    };
    const refusing: Resolver = { resolve: () => Promise.reject(new Error("broken")) };
    expect(await clientNames("192.0.2.1", throwing)).toEqual([]);
    expect(await clientNames("192.0.2.1", refusing)).toEqual([]);
  });

  test("ask for ten names at most, and for none that cannot be asked for", async () => {
    const asked: string[] = [];
    const hosts = [`${"a".repeat(64)}.example`, "", ...many];
    const greedy: Resolver = {
      resolve(name, type) {
        asked.push(`${type} ${name}`);
        return type === "PTR"
          ? { status: "found", records: hosts.map((host) => ({ type, host })) }
          : { status: "void", reason: "nodata" };
      },
    };
    expect(await clientNames("192.0.2.1", greedy)).toEqual([]);
    expect(asked).toEqual(["PTR 1.2.0.192.in-addr.arpa", ...many.slice(0, 8).map((name) => `A ${name}`)]);
  });
});
