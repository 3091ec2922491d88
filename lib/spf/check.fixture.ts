import { type CheckOptions, type CheckRequest, type CheckResult, checkHost } from "./check-host";
import type { Resolver } from "./resolver";
import { type Zone, zoneResolver } from "./zone.fixture";

/** A clock that stands at 2023-11-14T22:13:20Z. */
export const OPTIONS: CheckOptions = { clock: () => 1_700_000_000_000 };

/** Checks user@d.example from 192.0.2.1 in a zone, or what `request` says otherwise. */
export function check(
  zone: Zone,
  request: Partial<CheckRequest> = {},
  resolver: Resolver = zoneResolver(zone),
): CheckResult {
  const whole = {
    ip: "192.0.2.1",
    domain: "d.example",
    sender: "user@d.example",
    helo: "mail.example",
    ...request,
  };
  const result = checkHost(whole, resolver, OPTIONS);
  if (result instanceof Promise) throw new Error("a zone answers at once");
  return result;
}
