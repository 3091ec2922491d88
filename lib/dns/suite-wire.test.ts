import { expect, test } from "vitest";
import { checkHost, mailfromRequest } from "@/lib/spf/check-host";
import { type SuiteCase, theSuite } from "@/lib/spf/suite.fixture";
import { type DnsClient, dnsClient } from "./dns-client";
import { dnsServer } from "./dns-server.fixture";
import { readSuiteZone } from "./suite-zone.fixture";

/** Long enough for a server in the same busy process, and all that a silent one is given. */
const TIMEOUT = 1500;

const cases = theSuite();
const sections = [...new Set(cases.map(({ section }) => section))];
const compared = { verdicts: 0, explanations: 0 };

/** What the cases of a section came to where that is not what the suite says, all of them under way at once. */
async function mistakes(client: DnsClient, own: SuiteCase[]): Promise<unknown[]> {
  const checked = await Promise.all(
    own.map(async ({ name, helo, ip, mailfrom, results, explanation }) => {
      const request = mailfromRequest({ ip, envelopeFrom: mailfrom, helo, receiver: "receiver.example" });
      const check = await checkHost(request, client.session(), { clock: () => 1_700_000_000_000 });
      compared.verdicts++;
      if (explanation !== undefined) compared.explanations++;
      const isRight = explanation === undefined || check.explanation === explanation;
      return results.includes(check.result) && isRight ? [] : [{ name, results, explanation, check }];
    }),
  );
  return checked.flat();
}

for (const section of sections)
  test.concurrent(`over the wire: ${section}`, async () => {
    const own = cases.filter((each) => each.section === section);
    const { server, asked, close } = await dnsServer(readSuiteZone(own[0]!.zone));
    const cache = { errorSeconds: 600 };
    const client = dnsClient({ servers: [server], timeoutMs: TIMEOUT, attempts: 1, cache });
    try {
      expect(await mistakes(client, own)).toEqual([]);
      const cold = asked.length;
      expect(cold).toBeGreaterThan(0);
      expect(await mistakes(client, own)).toEqual([]);
      expect(asked.slice(cold)).toEqual([]);
    } finally {
      await close();
    }
  });

if (cases.length > 0)
  test("all 203 verdicts and 22 explanations were compared, with a cold and with a warm cache", () => {
    expect(compared).toEqual({ verdicts: 2 * 203, explanations: 2 * 22 });
  });
