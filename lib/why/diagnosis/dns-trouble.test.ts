import { createSocket } from "node:dgram";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DnsClient, dnsClient } from "@/lib/dns/dns-client";
import { dnsServer, type TestServer } from "@/lib/dns/dns-server.fixture";
import type { Budget } from "@/lib/dns/session";
import { readZoneJson } from "@/lib/dns/zone-json";
import { checkHost, heloRequest, mailfromRequest } from "@/lib/spf/check-host";
import { LANGUAGES, textOf } from "@/lib/spf/sentence";
import { inputOf } from "./case.fixture";
import { diagnose } from "./diagnose";
import type { DiagnosisInput } from "./diagnosis";
import { troubleOf } from "./dns-trouble";
import { letterOf } from "./letter";
import { AUDIENCES, explainDiagnosis, explainEvidence } from "./words";

const HELO = "mail.other.example";
const RECORDS = {
  "d.example": { TXT: ["v=spf1 include:b.example -all"] },
  "b.example": { TXT: ["v=spf1 ip4:198.51.100.7 -all"] },
  "shadow.example": { TXT: ["v=spf1 a:sick.example include:mute.example -all"] },
  "junk.example": { TXT: ["v=spf1 -all"] },
  [HELO]: { TXT: ["v=spf1 -all"] },
};
const read = readZoneJson(JSON.stringify(RECORDS));
if (!("zone" in read)) throw new Error(read.problem);
let up: TestServer;
let deadPort = 0;

beforeAll(async () => {
  const faults = {
    "sick.example": "servfail",
    "shy.example": "refused",
    "mute.example": "drop",
    "junk.example": "garbage",
    "cut.example": "truncate always",
  } as const;
  up = await dnsServer(read.zone, { faults });
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  deadPort = socket.address().port;
  socket.close();
  await once(socket, "close");
});
afterAll(() => up.close());

const asking = (servers: TestServer["server"][]) => dnsClient({ servers, timeoutMs: 250, attempts: 1 });

/** What a visit finds, whose two checks share one resolver as those of the page do. */
async function visit(domain: string, client: DnsClient, budget: Budget = {}, helo: string | null = null) {
  const resolver = client.session(budget);
  const ask = { ip: "192.0.2.1", envelopeFrom: `user@${domain}`, helo: helo ?? "" };
  const options = { clock: () => 1_700_000_000_000, trace: true, shadow: 20 };
  const mailfrom = await checkHost(mailfromRequest(ask), resolver, options);
  const other = helo === null ? null : await checkHost(heloRequest({ ip: ask.ip, helo }), resolver, options);
  const shaped = inputOf({}, { from: ask.envelopeFrom, helo });
  const input: DiagnosisInput = { ...shaped, now: { mailfrom, helo: other }, suggestion: null };
  return { input, found: diagnose(input) };
}

const verdict = ({ found: { kind, certainty, evidence } }: Awaited<ReturnType<typeof visit>>) => {
  const fact = evidence.find((one) => one.kind === "dns-error");
  return `${kind} ${certainty} ${fact?.kind === "dns-error" ? `${fact.trouble} ${fact.name}` : ""}`;
};

test.each([
  ["sick.example", "dns-trouble likely zone sick.example"],
  ["junk.example", "dns-trouble likely zone junk.example"],
  ["cut.example", "dns-trouble likely zone cut.example"],
  ["mute.example", "dns-trouble possible either mute.example"],
  ["shy.example", "receiver-dns-trouble likely resolver shy.example"],
  ["shadow.example", "dns-trouble likely zone sick.example"],
])("a server's fault at %s: %s", async (domain, expected) =>
  expect(verdict(await visit(domain, asking([up.server])))).toBe(expected),
);

test("nothing listens where the resolver should be", async () => {
  const dead = asking([{ ...up.server, port: deadPort }]);
  expect(verdict(await visit("d.example", dead))).toBe("receiver-dns-trouble likely resolver d.example");
});

test("there is no resolver, or nobody waits for it", async () => {
  const expected = "receiver-dns-trouble likely resolver d.example";
  expect(verdict(await visit("d.example", asking([])))).toBe(expected);
  const given = { signal: AbortSignal.abort() };
  expect(verdict(await visit("d.example", asking([up.server]), given))).toBe(expected);
});

test.each<[string, Budget, string]>([
  ["questions", { queries: 1 }, "b.example"],
  ["time", { milliseconds: 0 }, "d.example"],
])(
  "a visit whose %s are used up blames nobody, whatever it could not ask either",
  async (_, budget, name) => {
    const visited = await visit("d.example", asking([up.server]), budget, HELO);
    expect(visited.input.now.helo?.result).toBe("temperror");
    expect(verdict(visited)).toBe(`receiver-dns-trouble possible limits ${name}`);
    const { input, found } = visited;
    const said = LANGUAGES.flatMap((language) => [
      ...AUDIENCES.flatMap((audience) => explainDiagnosis(found, input, audience, language)),
      ...explainEvidence(found, language),
    ]).map(({ parts }) => textOf(parts, (text) => text));
    expect(said.join("\n")).not.toMatch(/budget|refuses to|질의를 거부/i);
  },
);

test("time that the sender's servers let pass is no sign that others' do not answer", async () => {
  const visited = await visit(
    "mute.example",
    dnsClient({ servers: [up.server], timeoutMs: 100, attempts: 1 }),
    { queries: 1 },
    HELO,
  );
  expect(visited.input.now.helo?.result).toBe("temperror");
  expect(verdict(visited)).toBe("dns-trouble possible either mute.example");
});

test("no reason is shown as the resolver says it", async () => {
  for (const domain of ["sick.example", "junk.example", "cut.example", "mute.example", "shy.example"]) {
    const { input, found } = await visit(domain, asking([up.server]));
    const letter = letterOf(found, input, "ko")!.map((parts) => textOf(parts, (text) => text));
    expect(letter.join("\n")).not.toMatch(/SERVFAIL|REFUSED|malformed|truncated|timeout/);
  }
});

test.each([
  ["127.0.0.1:53: connection refused", "resolver"],
  ["[::1]:53: network unreachable", "resolver"],
  ["host unreachable", "resolver"],
  ["connection reset", "resolver"],
  ["no address for this name", "resolver"],
  ["no more sockets to be had", "resolver"],
  ["EACCES", "resolver"],
  ["budget of 24 kB of records used up", "limits"],
  ["time budget used up", "limits"],
  ["more than 500 records", "zone"],
  ["more than 8 CNAMEs", "zone"],
  ["CNAME loop", "zone"],
  ["timeout", "either"],
  ["flood of wrong responses", "either"],
  ["rcode 9", "either"],
  ["", "either"],
])("%j points to: %s", (reason, trouble) => expect(troubleOf(reason)).toBe(trouble));
