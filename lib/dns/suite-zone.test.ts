import { expect, test } from "vitest";
import { checkHost, mailfromRequest } from "@/lib/spf/check-host";
import { readSuite, suitePath } from "@/lib/spf/suite.fixture";
import { readSuiteZone } from "./suite-zone.fixture";
import { zoneResolver } from "./zone-resolver";

const path = suitePath();
const cases = path === null ? [] : readSuite(path);

if (path === null)
  test("the RFC 7208 suite is not on this machine", () => {
    console.info("skipped: no RFC 7208 suite; name its file in WHYSPF_SUITE, or install python3-spf");
    expect(cases).toEqual([]);
  });
else
  test("the suite has all its tests", () => {
    expect(cases.length).toBe(203);
    expect(cases.filter(({ explanation }) => explanation !== undefined).length).toBe(22);
  });

for (const { section, name, helo, ip, mailfrom, results, explanation, zone } of cases)
  test(`from a zone in JSON, ${section}: ${name}`, () => {
    const request = mailfromRequest({ ip, envelopeFrom: mailfrom, helo, receiver: "receiver.example" });
    const options = { clock: () => 1_700_000_000_000 };
    const check = checkHost(request, zoneResolver(readSuiteZone(zone)), options);
    if ("then" in check) throw new Error("a zone answers at once");
    expect(results).toContain(check.result);
    if (explanation !== undefined) expect(check.explanation).toBe(explanation);
  });
