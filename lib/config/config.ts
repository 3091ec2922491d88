import { z } from "zod";
// By their paths: prisma.config.ts reads this file without the alias.
import { type Network, readNetwork } from "../net/network";
import type { Language } from "../spf/sentence";

const SITE = "must be how people reach the pages, such as https://whyspf.corp.example";

const networks = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .filter((part) => part.trim() !== "")
      .map(readNetwork),
  )
  .refine((read) => !read.includes(null), "must be addresses and networks such as 127.0.0.1,10.0.0.0/8")
  .transform((read) => read.filter((network) => network !== null))
  .default([]);

const siteUrl = z
  .url({ protocol: /^https?$/, error: SITE })
  .refine((text) => /^https?:\/\/[^/?#@]+\/?$/i.test(text), SITE)
  .transform((text) => new URL(text).origin)
  .nullable()
  .default(null);

/** What each entry is is told by lib/dns, which knows addresses; here only what can be none at all is refused. */
const dnsServers = z
  .string()
  .regex(/^[\w.:[\]%-]+(?:, *[\w.:[\]%-]+)*$/, "must be HOST:PORT[,HOST:PORT…], IPv6 in brackets")
  .nullable()
  .default(null);

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "must be file:/path/to/x.db or postgresql://…")
    .default("file:./data/whyspf.db"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  TZ: z.string().optional(),
  WHYSPF_AUTHORITY: dnsServers,
  WHYSPF_DNS: dnsServers,
  WHYSPF_PUBLIC_RECORDS: z
    .enum(["on", "off"], { error: "must be on or off" })
    .default("on")
    .transform((word) => word === "on"),
  WHYSPF_TRUSTED_PROXIES: networks,
  WHYSPF_URL: siteUrl,
});

export interface Config {
  /** `HOST:PORT[,…]` to ask for what is published, in place of the servers of a zone's NS records; null for those. */
  authority: string | null;
  /** `file:/path/x.db` or `postgresql://…`. */
  databaseUrl: string;
  /** `HOST:PORT[,…]` to ask in place of the system's resolvers; null for those. */
  dnsServers: string | null;
  /** The language of terminals, by LC_ALL, LC_MESSAGES or LANG. */
  language: Language;
  port: number;
  /** Whether people who are not signed in may use the record workbench. */
  publicRecords: boolean;
  /** Reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  trustedProxies: Network[];
  /** How people reach the pages, as an origin: `https://whyspf.corp.example`; null where that is the address served at. */
  url: string | null;
}

/** Settings that cannot be used; the message names the variable and what it must be. */
export class ConfigFault extends Error {}

/** The environment for a program that this one starts, with some of it set anew. */
export function childEnvironment(set: Record<string, string>): Record<string, string | undefined> {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...set };
}

/** Reads and checks the environment; the only reader of process.env. Throws ConfigFault. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = schema.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    throw new ConfigFault(`${issue.path.join(".")} is not usable: ${issue.message}.`);
  }
  return {
    authority: read.data.WHYSPF_AUTHORITY,
    databaseUrl: read.data.DATABASE_URL,
    dnsServers: read.data.WHYSPF_DNS,
    language: languageOf(given),
    port: read.data.PORT,
    publicRecords: read.data.WHYSPF_PUBLIC_RECORDS,
    trustedProxies: read.data.WHYSPF_TRUSTED_PROXIES,
    url: read.data.WHYSPF_URL,
  };
}

/** The first of these variables that is set decides, as POSIX has it for messages. */
function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Record<string, string | undefined>): Language {
  return /^ko(?:[_.@]|$)/i.test(LC_ALL ?? LC_MESSAGES ?? LANG ?? "") ? "ko" : "en";
}
