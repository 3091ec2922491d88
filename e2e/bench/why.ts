import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openReader } from "@/lib/db/reader";
import { startWebServer } from "../web-server";
import { whyDns } from "../why.fixture";

const ROUNDS = 60;
const GUIDE = "/why.html?sender=test@kisarbl.or.kr&ip=9.8.7.6&receiver=spf.kisa.or.kr";
const ASKED = [
  { name: "health, for comparison", path: "/api/health", accept: "*/*" },
  { name: "why page, the guide's case", path: GUIDE, accept: "text/html" },
  { name: "… as JSON", path: GUIDE, accept: "application/json" },
  { name: "why page without values", path: "/why", accept: "text/html" },
];

// Prints how long the server takes for the why page once the DNS's answers are known, each visitor from another network.
const folder = mkdtempSync(join(tmpdir(), "whyspf-bench-why-"));
const databaseUrl = `file:${join(folder, "whyspf.db")}`;
await (await openReader(databaseUrl)).$disconnect();
const dns = await whyDns();
const server = await startWebServer(databaseUrl, "Asia/Seoul", {
  WHYSPF_DNS: `127.0.0.1:${dns.server.port}`,
  WHYSPF_TRUSTED_PROXIES: "127.0.0.1",
});
try {
  const times = new Map(ASKED.map(({ name }) => [name, [] as number[]]));
  const sizes = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, path, accept } of ASKED) {
      const headers = { Accept: accept, "X-Forwarded-For": `198.${round}.100.7` };
      const start = performance.now();
      const answer = await fetch(server.url + path, { headers });
      const bytes = (await answer.arrayBuffer()).byteLength;
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
      sizes.set(name, bytes);
      // The first rounds warm up.
      if (round >= 15) times.get(name)!.push(performance.now() - start);
    }
  const medians = ASKED.map(
    ({ name }) => times.get(name)!.sort((a, b) => a - b)[Math.floor((ROUNDS - 15) / 2)]!,
  );
  ASKED.forEach(({ name }, index) => {
    const ms = medians[index]!;
    console.log(
      `${name.padEnd(30)} median ${ms.toFixed(1).padStart(6)} ms, ${(ms / medians[0]!).toFixed(1).padStart(5)} × health, ${(sizes.get(name)! / 1000).toFixed(1)} kB`,
    );
  });
} finally {
  await server.stop();
  await dns.close();
  rmSync(folder, { recursive: true, force: true });
}
