import type { PageClock } from "@/components/sources/clock";
import type { Parameters } from "@/components/ui/address";
import { zoneOf } from "@/lib/logs/zone";

/** The wall clock that an address asks for by `?tz=Asia/Seoul`, else the server's. */
export function readClock(parameters: Parameters, serverZone: string): PageClock {
  const given = [parameters.tz].flat()[0] ?? "";
  const tz = given !== "" && given.length < 64 && zoneOf(given) !== null ? given : null;
  const name = tz ?? serverZone;
  return {
    name,
    zone: zoneOf(name) ?? zoneOf("UTC")!,
    href(path, parameters = {}) {
      const query = new URLSearchParams({ ...parameters, ...(tz === null ? {} : { tz }) });
      return query.size === 0 ? path : `${path}?${query.toString().replaceAll("%2F", "/")}`;
    },
  };
}
