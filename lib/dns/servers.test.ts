import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readResolvConf, readServerList, serverListProblem, serverText } from "./servers";
import { chosenServers } from "./system-servers";

const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

const at53 = (...hosts: string[]) => hosts.map((host) => ({ host, port: 53 }));

describe("resolv.conf", () => {
  test.each([
    ["nameserver 192.0.2.53\n", { servers: at53("192.0.2.53"), timeoutMs: 5000, attempts: 2 }],
    [
      "# comment\r\n; other\nsearch example.org\nnameserver\t2001:db8::53 # here\nnameserver fe80::1%eth0\n" +
        "options ndots:5 timeout:3 rotate\noptions attempts:4",
      { servers: at53("2001:db8::53", "fe80::1%eth0"), timeoutMs: 3000, attempts: 4 },
    ],
    ["options timeout:0 attempts:0", { servers: at53("127.0.0.1"), timeoutMs: 1000, attempts: 1 }],
    ["options timeout:999 attempts:999", { servers: at53("127.0.0.1"), timeoutMs: 30_000, attempts: 5 }],
    ["options timeout:-1 attempts:x", { servers: at53("127.0.0.1"), timeoutMs: 5000, attempts: 2 }],
    ["nameserver dns.example\nnameserver\nnameserverx 192.0.2.1", { servers: at53("127.0.0.1") }],
    ["", { servers: at53("127.0.0.1") }],
  ])("%j", (text, expected) => expect(readResolvConf(text)).toMatchObject(expected));

  test("names three servers at most, as glibc has it", () => {
    const lines = [1, 2, 3, 4].map((i) => `nameserver 192.0.2.${i}`).join("\n");
    expect(readResolvConf(lines).servers).toEqual(at53("192.0.2.1", "192.0.2.2", "192.0.2.3"));
  });

  test("may hold anything", () => {
    fc.assert(fc.property(anyText, (text) => void readResolvConf(text)));
  });
});

describe("a list of servers", () => {
  test.each([
    ["127.0.0.1:5353", [{ host: "127.0.0.1", port: 5353 }]],
    ["localhost:5353", [{ host: "localhost", port: 5353 }]],
    ["192.0.2.1", at53("192.0.2.1")],
    ["[::1]:5353, 192.0.2.1:53", [{ host: "::1", port: 5353 }, ...at53("192.0.2.1")]],
    ["[fe80::1%eth0]", at53("fe80::1%eth0")],
  ])("%s", (text, servers) => expect(readServerList(text)).toEqual(servers));

  test.each([
    "",
    "192.0.2.1:",
    "192.0.2.1:0",
    "192.0.2.1:65536",
    "192.0.2.1:5a",
    "192.0.2.256:53",
    "::1:53",
    "2001:db8::1",
    "[192.0.2.1]:53",
    "[::1",
    "192.0.2.1,",
    "a b:53",
  ])("is not %j", (text) => expect(readServerList(text)).toBeNull());

  test.each([
    ["1.2.3.4:53,1.2.3.4:99999", 'entry 2 ("1.2.3.4:99999") is not HOST:PORT'],
    ["[192.0.2.1]:53", 'entry 1 ("[192.0.2.1]:53") is not HOST:PORT'],
    ["2001:db8::1", 'entry 1 ("2001:db8::1") is not HOST:PORT; IPv6 goes in brackets: [2001:db8::1]:53'],
    ["192.0.2.1, ,x", "entry 2 is empty"],
    ["", "entry 1 is empty"],
    ['a"\u001b:53', 'entry 1 ("a\\"\\u001b:53") is not HOST:PORT'],
  ])("that is none says why: %j", (text, problem) => expect(serverListProblem(text)).toBe(problem));

  test("may be any text, and has a problem whenever it cannot be read", () => {
    const entry = fc.oneof(anyText, fc.constantFrom("192.0.2.1", "[::1]:53", "::1", "dns:0", ""));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const read = readServerList(entries.join(","));
        expect(serverListProblem(entries.join(",")) === null).toBe(read !== null);
        if (read) expect(readServerList(read.map(serverText).join(","))).toEqual(read);
      }),
    );
  });
});

test("the servers named come before the system's, with the system's patience", () => {
  const folder = mkdtempSync(join(tmpdir(), "resolv-"));
  const path = join(folder, "resolv.conf");
  writeFileSync(path, "nameserver 192.0.2.53\noptions timeout:1");
  const patience = { timeoutMs: 1000, attempts: 2 };
  expect(chosenServers(null, path)).toEqual({ servers: at53("192.0.2.53"), ...patience });
  expect(chosenServers("192.0.2.1", path)).toEqual({ servers: at53("192.0.2.1"), ...patience });
  expect(chosenServers("192.0.2.1:x", path)).toBeNull();
  rmSync(folder, { recursive: true });
  expect(chosenServers(null, path)?.servers).toEqual(at53("127.0.0.1"));
});
