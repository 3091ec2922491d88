import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import en from "../messages/en.json";
import ko from "../messages/ko.json";
import { localeFor } from "./locale";
import { COOKIES } from "./preferences";

const MESSAGES = { ko, en };

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(COOKIES.locale)?.value;
  const locale = localeFor(chosen, (await headers()).get("accept-language"));
  return { locale, messages: MESSAGES[locale], timeZone: serverZone() };
});

/** The time zone of this server. */
export function serverZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
