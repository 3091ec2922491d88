import type { PrismaClient } from "@/lib/db/reader";

const MOST = 100;
const LONGEST_NAME = 60;
const LONGEST_ADDRESS = 4000;

/** What keeps a view from being saved. */
export const VIEW_FAULTS = ["name", "address", "many"] as const;
export type ViewFault = (typeof VIEW_FAULTS)[number];

/** The pages whose views can be saved. */
const PATH = /^\/(?:$|\?|messages(?:$|\?)|(?:domains|clients)\/[^/?#\\]+(?:$|\?)|sources(?:$|\?))/;

/** Keeps a view under a name, in place of one of that name; gives what is wrong, or null. */
export async function saveView(
  client: PrismaClient,
  userId: string,
  given: { name: string; address: string },
  now: number,
): Promise<ViewFault | null> {
  const name = given.name.trim();
  if (name === "" || name.length > LONGEST_NAME || /\p{Cc}/u.test(name)) return "name";
  if (given.address.length > LONGEST_ADDRESS || !PATH.test(given.address)) return "address";
  if (/\p{Cc}/u.test(given.address)) return "address";
  const key = { userId_name: { userId, name } };
  const others = await client.savedView.count({ where: { userId, NOT: { name } } });
  if (others >= MOST) return "many";
  const { address } = given;
  await client.savedView.upsert({
    where: key,
    create: { userId, name, address, createdAt: BigInt(now) },
    update: { address },
  });
  return null;
}

/** Removes one of someone's own views; another's stays. */
export async function removeView(client: PrismaClient, userId: string, id: number): Promise<void> {
  await client.savedView.deleteMany({ where: { userId, id } });
}
