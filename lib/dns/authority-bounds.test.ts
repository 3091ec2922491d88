import { afterEach, expect, test } from "vitest";
import { type Known, openWorld, publishing, type World } from "./authority.fixture";
import type { RawReply } from "./raw-server.fixture";

const NEW = "v=spf1 ip4:192.0.2.7 -all";
const KNOWN: Known = {
  ns: { "example.org": ["ns1.example.net", "ns2.example.net"] },
  hosts: { "ns1.example.net": ["192.0.2.1"], "ns2.example.net": ["192.0.2.2"] },
};

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});
const open = async (replies: Record<string, RawReply>, more: Partial<Known> = {}) => {
  world = await openWorld({ ...KNOWN, ...more }, replies);
  return world;
};

test("addresses of a network of one's own are not asked, however a domain's owner names them", async () => {
  const inward = ["127.0.0.1", "10.0.0.53", "169.254.169.254", "198.18.0.1", "::1", "fd00::53"];
  const hosts = { "ns1.example.net": [...inward, "64:ff9b::a00:35", "2002:a00:35::1"] };
  const { ask, resolver } = await open({}, { hosts });
  const report = await ask("example.org", { reach: undefined });
  expect(report.problem).toBe("no-servers");
  expect(report.servers.slice(0, 8).map(({ status, reason }) => [status, reason])).toEqual(
    new Array(8).fill(["no-answer", "private-address"]),
  );
  expect(report.servers[8]).toMatchObject({ name: "ns2.example.net", address: null, reason: "no-address" });
  expect(resolver.asked.every(({ recursion }) => recursion)).toBe(true);
});

test("thirteen names and twenty addresses are enough, and every name is given one before any is given two", async () => {
  const names = Array.from({ length: 15 }, (_, i) => `ns${String(i).padStart(2, "0")}.example.net`);
  const hosts = Object.fromEntries(
    names.map((name, i) => [name, [`192.0.2.${i + 1}`, `198.51.100.${i + 1}`, `203.0.113.${i + 1}`]]),
  );
  const { ask } = await open({}, { ns: { "example.org": names }, hosts });
  const report = await ask("example.org");
  expect(report.isCut).toBe(true);
  expect(report.servers).toHaveLength(20);
  expect(new Set(report.servers.map(({ name }) => name)).size).toBe(13);
});

test("the time is bounded: what is left when it is over is not asked", async () => {
  const { ask, servers } = await open({ "192.0.2.1": publishing([NEW]), "192.0.2.2": publishing([NEW]) });
  let time = 0;
  const clock = () => time;
  const reach = (address: string) => {
    time = 9_000;
    return servers[address]?.server ?? null;
  };
  const report = await ask("example.org", { clock, reach });
  expect(report.servers.filter(({ reason }) => reason === "out-of-time")).toHaveLength(2);
  expect(Object.values(servers).flatMap(({ asked }) => asked)).toEqual([]);
});

test("whoever leaves ends it", async () => {
  const leaving = new AbortController();
  const { ask } = await open({
    "192.0.2.1": () => {
      leaving.abort();
      return [];
    },
  });
  const report = await ask("example.org", { signal: leaving.signal });
  expect(report.servers[0]).toMatchObject({ status: "no-answer", reason: "out-of-time" });
});
