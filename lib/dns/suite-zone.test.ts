import { expect, test } from "vitest";
import { checkHost, mailfromRequest } from "@/lib/spf/check-host";
import { theSuite } from "@/lib/spf/suite.fixture";
import { readSuiteZone } from "./suite-zone.fixture";
import { zoneResolver } from "./zone-resolver";

const cases = theSuite();

for (const { section, name, helo, ip, mailfrom, results, explanation, zone } of cases)
  test(`from a zone in JSON, ${section}: ${name}`, () => {
    const request = mailfromRequest({ ip, envelopeFrom: mailfrom, helo, receiver: "receiver.example" });
    const options = { clock: () => 1_700_000_000_000 };
    const check = checkHost(request, zoneResolver(readSuiteZone(zone)), options);
    if ("then" in check) throw new Error("a zone answers at once");
    expect(results).toContain(check.result);
    if (explanation !== undefined) expect(check.explanation).toBe(explanation);
  });
