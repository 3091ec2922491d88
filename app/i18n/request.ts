import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { fixedZone, type Zone, zoneOf } from "@/lib/logs/zone";
import { localeFor } from "./locale";
import { COOKIES } from "./preferences";
import { TEXTS } from "./texts/all";

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(COOKIES.locale)?.value;
  const locale = localeFor(chosen, (await headers()).get("accept-language"));
  return { locale, messages: TEXTS[locale], timeZone: serverZone() };
});

/** The time zone of this server. */
export function serverZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The same as logs know it. */
export function ownZone(): Zone {
  return zoneOf(serverZone()) ?? fixedZone(0);
}
