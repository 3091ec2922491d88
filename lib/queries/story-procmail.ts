import type { PrismaClient } from "@/lib/db/reader";
import type { Message, Recipient } from "@/lib/logs/message";
import type { FilterLine } from "@/lib/logs/procmail";
import type { WantedLine } from "./original-lines";

/** The lines of procmail's log that tell of one recipient's delivery, to be read again. */
export interface ProcmailProof {
  /** The recipient's place in the message. */
  ordinal: number;
  /** How many deliveries in procmail's log may be this one; beyond one, they all say the same of it. */
  fitting: number;
  wanted: WantedLine[];
}

interface Block {
  fileId: number;
  offset: bigint;
  time: number;
  folder: string | null;
  filter: FilterLine | null;
}

/** A delivery ends after the time of its block, later by as long as it waits for the mailbox. */
const WAIT = 600_000;
const ROUNDING = 2000;
const MOST_RECIPIENTS = 20;
const MOST_BLOCKS = 200;
const MOST_SHOWN = 4;
/** An abstract's three lines, and what procmail may report between them. */
const BLOCK_LINES = 8;
const FILTER_HEAD = "====SPF_filter(";

/**
 * Where procmail told of a message's deliveries. The two logs share no key: of that sender, folder and mark, the blocks
 * nearest in time are given, and none where there are too many to be of use.
 */
export async function procmailProofs(reader: PrismaClient, message: Message): Promise<ProcmailProof[]> {
  const proofs: ProcmailProof[] = [];
  for (const [ordinal, recipient] of message.recipients.slice(0, MOST_RECIPIENTS).entries()) {
    const blocks = await blocksOf(reader, message, recipient);
    if (blocks.length === 0) continue;
    const wanted = blocks.length > MOST_SHOWN ? [] : blocks.flatMap((block) => wantedOf(block, recipient));
    proofs.push({ ordinal, fitting: blocks.length, wanted });
  }
  return proofs;
}

async function blocksOf(reader: PrismaClient, message: Message, recipient: Recipient): Promise<Block[]> {
  const { folder, statusTime, seconds, tagged } = recipient;
  if ((folder === null && tagged === null) || statusTime === null || message.envelopeFrom === null) return [];
  const end = statusTime + message.utcOffset * 60_000;
  const start = end - (seconds ?? 0) * 1000;
  const rows = await reader.procmailBlock.findMany({
    where: { time: { gte: start - WAIT, lte: end + ROUNDING }, sender: message.envelopeFrom },
    orderBy: [{ fileId: "asc" }, { offset: "asc" }],
    take: MOST_BLOCKS,
  });
  const fitting = rows
    .map(({ fileId, offset, time, detail }) => ({
      fileId,
      offset,
      time: Number(time),
      ...readDetail(detail),
    }))
    .filter((block) => fits(block, message, recipient));
  const near = fitting.filter(({ time }) => time >= start - ROUNDING);
  return near.length > 0 ? near : fitting;
}

function fits({ folder, filter }: Block, { result }: Message, recipient: Recipient): boolean {
  if (recipient.folder !== null && folder !== recipient.folder) return false;
  if (recipient.tagged !== true) return true;
  return filter !== null && (filter.result === null || result === null || filter.result === result);
}

function wantedOf({ fileId, offset, filter }: Block, { tagged }: Recipient): WantedLine[] {
  const block: WantedLine = { ref: refOf(fileId, offset), count: BLOCK_LINES, isIt: isBlock };
  if (filter === null || tagged !== true || BigInt(filter.offset) === offset) return [block];
  return [
    { ref: refOf(fileId, filter.offset), count: 1, isIt: (text) => text.startsWith(FILTER_HEAD) },
    block,
  ];
}

function readDetail(detail: string): { folder: string | null; filter: FilterLine | null } {
  const { folder = null, filter = null } = JSON.parse(detail) as Partial<{
    folder: string | null;
    filter: FilterLine | null;
  }>;
  return { folder, filter };
}

function refOf(fileId: number, offset: number | bigint): string {
  return `${fileId.toString(36)}:${offset.toString(36)}`;
}

/** A From_ line, or a filter's line with one glued to it. */
function isBlock(text: string): boolean {
  return text.startsWith("From ") || (text.startsWith(FILTER_HEAD) && text.includes("From "));
}
