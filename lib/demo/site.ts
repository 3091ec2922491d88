import type { SpfResult } from "@/lib/spf";
import { named } from "./client";

/** The domain whose mail servers the demo shows. */
export const SITE_DOMAIN = "example.kr";
/** The one of the older server with mailboxes of its own. */
export const OLD_SITE_DOMAIN = `mail.${SITE_DOMAIN}`;

/** Who takes its mail. */
export const MAIL_SERVERS = [
  named(`mx1.${SITE_DOMAIN}`, "192.0.2.41"),
  named(`mx2.${SITE_DOMAIN}`, "192.0.2.42"),
];
/** The older server. */
export const OLD_SERVER = named(OLD_SITE_DOMAIN, "192.0.2.43");
/** Where mx1 and mx2 pass mail on to. */
export const STORE = named(`store.${SITE_DOMAIN}`, "192.0.2.40");

/** What else of the site sends in its name: the office system, which its record names, and the orders, which it forgot. */
export const SITE_SENDERS = [
  { client: named(`office.${SITE_DOMAIN}`, "192.0.2.45"), isNamed: true, users: null },
  { client: named(`orders.${SITE_DOMAIN}`, "192.0.2.46"), isNamed: false, users: ["order", "no-reply"] },
] as const;

/** What its record says of everyone else. */
export const SITE_POLICY = "~all";

/** What the demo's servers find of mail that one of the site's own sends. */
export function resultOfSite({ isNamed }: { isNamed: boolean }): SpfResult {
  return isNamed ? "pass" : "softfail";
}
