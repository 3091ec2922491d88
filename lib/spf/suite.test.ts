import { expect, test } from "vitest";
import { checkHost, mailfromRequest } from "./check-host";
import { theSuite } from "./suite.fixture";
import { zoneResolver } from "./zone.fixture";

const cases = theSuite();

for (const isTraced of [false, true])
  for (const { section, name, helo, ip, mailfrom, results, explanation, zone } of cases)
    test(`${section}: ${name}${isTraced ? ", traced and with a shadow" : ""}`, () => {
      const request = mailfromRequest({ ip, envelopeFrom: mailfrom, helo, receiver: "receiver.example" });
      const options = { clock: () => 1_700_000_000_000, trace: isTraced, shadow: isTraced ? 50 : 0 };
      const check = checkHost(request, zoneResolver(zone), options);
      if ("then" in check) throw new Error("a zone answers at once");
      expect(results).toContain(check.result);
      if (explanation !== undefined) expect(check.explanation).toBe(explanation);
      expect(check.trace?.result).toBe(isTraced ? check.result : undefined);
    });
