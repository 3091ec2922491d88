import { createHmac, randomBytes } from "node:crypto";
import type { PrismaClient } from "@/lib/db/reader";

const NAME = "authSecret";

/** The secret that signs cookies: 32 random bytes in base64, made once for a database, whoever asks first. */
export async function authSecret(client: PrismaClient): Promise<string> {
  const known = await read(client);
  if (known !== null) return known;
  const made = randomBytes(32).toString("base64");
  // Where two ask at once, both take what stands there in the end.
  await client.$executeRaw`INSERT INTO "Setting" ("name", "value") VALUES (${NAME}, ${made}) ON CONFLICT ("name") DO NOTHING`;
  return (await read(client)) ?? made;
}

async function read(client: PrismaClient): Promise<string | null> {
  return (await client.setting.findUnique({ where: { name: NAME } }))?.value ?? null;
}

/** A seal over a text, for one purpose only, in base64url. */
export function sealOf(secret: string, purpose: string, text: string): string {
  const key = createHmac("sha256", secret).update(purpose).digest();
  return createHmac("sha256", key).update(text).digest("base64url");
}
