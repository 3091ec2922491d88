import type { PrismaClient } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import { messageStory, type Story } from "./message-story";
import { type LogPlace, originalLines, placeOf, type WantedLine } from "./original-lines";
import { type StoredStory, storedMessage } from "./stored-message";
import { isLineOf } from "./story-facts";
import { procmailProofs } from "./story-procmail";

/** All that a message's page shows. */
export interface ToldMessage extends StoredStory {
  story: Story;
}

/** The story of a host's queue id, with its lines read from the logs; null where no such message is stored. */
export async function toldMessage(
  reader: PrismaClient,
  host: string,
  queueId: string,
): Promise<ToldMessage | null> {
  const stored = await storedMessage(reader, host, queueId);
  if (stored === null) return null;
  const own = wantedOf(stored.message);
  const proofs = await procmailProofs(reader, stored.message);
  const wanted = [...own, ...proofs.flatMap((proof) => proof.wanted)];
  const lines = await originalLines(await logsOf(reader, wanted), wanted);
  let next = own.length;
  const procmail = proofs.map(({ ordinal, fitting, wanted: { length } }) => {
    next += length;
    return { ordinal, fitting, lines: lines.slice(next - length, next) };
  });
  return { ...stored, story: messageStory(stored, lines.slice(0, own.length), procmail) };
}

function wantedOf(message: Message): WantedLine[] {
  return message.lines.map((ref) => ({ ref, count: 1, isIt: (text) => isLineOf(text, message) }));
}

function logsOf(reader: PrismaClient, wanted: readonly WantedLine[]): Promise<LogPlace[]> {
  const ids = new Set(wanted.map(({ ref }) => placeOf(ref).log).filter((id) => id > 0 && id < 2 ** 31));
  return reader.logFile.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, path: true, headHash: true, headLength: true },
  });
}
