import { prismaAdapter } from "@better-auth/prisma-adapter";
import { betterAuth } from "better-auth";
import { magicLink } from "better-auth/plugins/magic-link";
import type { PrismaClient } from "@/lib/db/reader";
import { authSecret } from "./secret";

const DAY = 24 * 3600;

/** Lengths of a password, in characters. */
export const PASSWORD = { min: 10, max: 256 } as const;

/** How long a link to sign in is good for, seconds. */
export const LINK_SECONDS = DAY;

/** better-auth as this product uses it; its own handler is mounted nowhere, only `api` is called. */
export type Auth = ReturnType<typeof buildAuth>;

export interface AuthOptions {
  secret: string;
  /** Whether the request came over https: the cookies are then marked Secure. */
  secure: boolean;
  /** Is given the token of a link that was asked for. */
  onLink?: (token: string) => void;
}

/** Sets better-auth up on a database. */
export function buildAuth(client: PrismaClient, { secret, secure, onLink }: AuthOptions) {
  return betterAuth({
    baseURL: secure ? "https://whyspf.invalid" : "http://whyspf.invalid",
    secret,
    // As everywhere, only what both databases can do is used, so PostgreSQL need not be told apart.
    database: prismaAdapter(withoutTransactions(client), { provider: "sqlite", transaction: false }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.min,
      maxPasswordLength: PASSWORD.max,
    },
    user: { additionalFields: { role: { type: "string", required: true, input: false } } },
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    plugins: [
      magicLink({
        storeToken: "hashed",
        disableSignUp: true,
        expiresIn: LINK_SECONDS,
        sendMagicLink: ({ token }) => onLink?.(token),
      }),
    ],
    // lib/accounts/limits.ts counts per account, too, and is stored.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: "whyspf",
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: ["x-whyspf-client"], ipv6Subnet: 128 },
    },
  });
}

/** The adapter opens a transaction for single-use rows where it can; without, it deletes by key, which is as exact. */
function withoutTransactions(client: PrismaClient): PrismaClient {
  return new Proxy(client, {
    get: (target, key) => (key === "$transaction" ? undefined : Reflect.get(target, key)),
  });
}

const built = new WeakMap<PrismaClient, { secret: string; plain: Auth; secure: Auth }>();

/** The secret of a database and better-auth on it, made at the first call. */
export async function authOf(client: PrismaClient, secure: boolean): Promise<{ secret: string; auth: Auth }> {
  let known = built.get(client);
  if (!known) {
    const secret = await authSecret(client);
    known = {
      secret,
      plain: buildAuth(client, { secret, secure: false }),
      secure: buildAuth(client, { secret, secure: true }),
    };
    built.set(client, known);
  }
  return { secret: known.secret, auth: secure ? known.secure : known.plain };
}
