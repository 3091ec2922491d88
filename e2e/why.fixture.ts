import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { importLogs } from "@/ingest/import-logs";
import { authSecret } from "@/lib/accounts/secret";
import { signedMessage } from "@/lib/accounts/why-links";
import { openReader } from "@/lib/db/reader";
import { dnsServer, type TestServer } from "@/lib/dns/dns-server.fixture";
import { readZoneJson } from "@/lib/dns/zone-json";
import { fixedZone } from "@/lib/logs/zone";
import { Store } from "@/lib/store/store";

const SAMPLE = join(dirname(fileURLToPath(import.meta.url)), "fixtures/samples/p3-reject-rcpt-0.97/maillog");
const OPTIONS = {
  year: 2026,
  zone: fixedZone(540),
  fallbackZone: fixedZone(540),
  defaultHost: "spf",
  demo: false,
};

/** What the domains of the tests publish; `fixed.example` has put right what its server was refused for. */
const ZONE = {
  "kisarbl.or.kr": { TXT: ["v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all"] },
  "fail.example": { TXT: ["v=spf1 ip4:192.0.2.66 -all"] },
  "softfail.example": { TXT: ["v=spf1 ip4:203.0.113.1 ~all"] },
  "broken.example": { TXT: ["v=spf1 ipv4:61.251.112.200 -all"] },
  "hostile.example": { TXT: ["v=spf1 exp=why.hostile.example -all"] },
  "why.hostile.example": { TXT: ["<script>alert(1)</script><img src=x onerror=alert(2)>"] },
  "slow.example": { timeout: true },
};

/** Starts the DNS of the tests on loopback. */
export function whyDns(): Promise<TestServer> {
  const read = readZoneJson(JSON.stringify(ZONE));
  if ("problem" in read) throw new Error(read.problem);
  return dnsServer(read.zone);
}

/** Imports a real log whose messages were refused with links to the why page of 2004. */
export async function importRefusals(databaseUrl: string): Promise<void> {
  const store = await Store.open(databaseUrl);
  await importLogs(store, [SAMPLE], OPTIONS);
  await store.close();
}

/** The link that a line of that log printed, as the sender got it: sendmail doubles each %. */
export function printedLink(queueId: string): string {
  const line = readFileSync(SAMPLE, "latin1")
    .split("\n")
    .find((text) => text.includes(`${queueId}: Milter: to=`) && text.includes("http://"));
  return line!.slice(line!.indexOf("http://")).replaceAll("%%", "%");
}

/** A signed link's parameters for a message of that log, good for an hour. */
export async function sealFor(databaseUrl: string, queueId: string): Promise<string> {
  const client = await openReader(databaseUrl);
  try {
    const secret = await authSecret(client);
    const sealed = signedMessage(secret, { host: "spf", queueId }, Date.now() + 3_600_000);
    return new URLSearchParams({ ...sealed }).toString();
  } finally {
    await client.$disconnect();
  }
}
