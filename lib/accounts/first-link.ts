import type { PrismaClient } from "@/lib/db/reader";
import { addAccount } from "./accounts";
import { makeLink, type SignInLink } from "./links";
import { SIGNED_IN_ONCE } from "./sign-in";

/**
 * A link for the first sign-in, as long as nobody has ever signed in; null from then on. Where there is no account at
 * all, "admin" is made.
 */
export async function firstLink(client: PrismaClient): Promise<(SignInLink & { name: string }) | null> {
  if ((await client.user.count()) === 0) await addAccount(client, "admin", "admin");
  if (await client.setting.findUnique({ where: { name: SIGNED_IN_ONCE } })) return null;
  const [first] = await client.user.findMany({ orderBy: [{ role: "asc" }, { createdAt: "asc" }], take: 1 });
  return first ? { ...(await makeLink(client, first.email)), name: first.name } : null;
}
