import { authSecret } from "@/lib/accounts/secret";
import { type MessageKey, signedMessage } from "@/lib/accounts/why-links";
import type { PrismaClient } from "@/lib/db/reader";
import { askReader } from "@/lib/queries/ask";
import { whyMessage } from "@/lib/queries/why-message";
import { whyUrl } from "@/lib/why/write-url";

/** A link by which whoever holds it sees what became of a message; `expires` is ISO 8601 in UTC. */
export interface MessageLink extends MessageKey {
  url: string;
  expires: string;
}

/** The signed link for a stored message, good until `expiresAt` (epoch ms); null where there is no such message. */
export async function messageLink(
  client: PrismaClient,
  base: string,
  key: MessageKey,
  expiresAt: number,
): Promise<MessageLink | null> {
  const message = await whyMessage(askReader(client), key);
  if (message === null) return null;
  const { identity, envelopeFrom, helo, clientIp } = message;
  const plain = whyUrl(base, {
    identity: identity ?? "mailfrom",
    sender: envelopeFrom,
    helo,
    ip: clientIp,
    receiver: key.host,
  });
  const seal = Object.entries(signedMessage(await authSecret(client), key, expiresAt));
  const parameters = seal.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const expires = new Date(Math.floor(expiresAt / 1000) * 1000).toISOString();
  return { ...key, url: [plain, ...parameters].join("&"), expires };
}
