import type { Writer } from "@/lib/db/writer";
import type { FilterLine, ProcmailBlock } from "@/lib/logs/procmail";
import { linkProcmail } from "@/lib/logs/procmail-link";
import type { LoggedBlock, LoggedLine } from "@/lib/logs/procmail-marks";
import {
  blocksBetween,
  hasBlocks,
  localDeliveries,
  pendingLinks,
  removePendingLink,
} from "@/lib/store/procmail-blocks";
import type { Store, StoredMessage } from "@/lib/store/store";
import { clockOffsets } from "./clock-offsets";

const STEP = 6 * 3_600_000;
/** Deliveries and blocks further apart than this do not bear on each other. */
const MARGIN = 600_000;
/** How long before its delivery a message may have come in. */
const QUEUED = 6 * 3_600_000;

/** Links procmail's blocks to the messages they tell of, in every span of time that is marked as not yet linked. */
export async function linkPending(store: Store): Promise<void> {
  for (const { id, from, to } of await pendingLinks(store.writer)) {
    await store.transaction(async () => {
      if (await hasBlocks(store.writer)) await linkSpan(store, from, to);
      await removePendingLink(store.writer, id);
    });
  }
}

async function linkSpan(store: Store, from: number, to: number): Promise<void> {
  for (let start = from; start <= to; start += STEP)
    await linkStep(store, start, Math.min(to + 1, start + STEP));
}

/** Links the deliveries whose wall clock lies in [from, to), looking a little around them. */
async function linkStep(store: Store, from: number, to: number): Promise<void> {
  const { blocks, lines } = await procmailBetween(store.writer, from - MARGIN, to + MARGIN);
  const deliveries = await deliveriesBetween(store.writer, from - MARGIN, to + MARGIN);
  const keys = new Map(
    deliveries.map((delivery) => [`${delivery.messageRef} ${delivery.ordinal}`, delivery]),
  );
  const links = linkProcmail(deliveries, blocks, lines).flatMap((link) => {
    const delivery = keys.get(`${link.messageRef} ${link.ordinal}`)!;
    return delivery.time >= from && delivery.time < to ? [{ ...link, delivery }] : [];
  });
  await saveLinks(store, links);
}

/** Blocks and lone filter lines, of each log in its order; what two copies of one log both hold counts once. */
async function procmailBetween(writer: Writer, from: number, to: number) {
  const rows = await blocksBetween(writer, from, to);
  const copies = new Map<string, number>();
  const blocks: LoggedBlock[] = [];
  const lines: LoggedLine[] = [];
  for (const { fileId: log, offset, time, sender, detail } of rows) {
    const { line, ...block } = JSON.parse(detail) as { line?: FilterLine } & Omit<ProcmailBlock, "offset">;
    const content = `${time} ${sender} ${JSON.stringify({ ...block, filter: block.filter?.subject })}`;
    if (!line && (copies.get(content) ?? log) !== log) continue;
    copies.set(content, log!);
    if (line) lines.push({ ...line, log });
    else blocks.push({ ...block, offset, time, sender, log });
  }
  return { blocks, lines };
}

/** Local deliveries in the order of their logs, their time as the wall clock that procmail's log shows too: whole seconds. */
async function deliveriesBetween(writer: Writer, from: number, to: number) {
  const found = [];
  for (const offset of await clockOffsets(writer)) {
    const shift = offset * 60_000;
    for (const delivery of await localDeliveries(writer, from - QUEUED - shift, to - shift)) {
      const time = Math.floor((delivery.statusTime + shift) / 1000) * 1000;
      if (delivery.utcOffset === offset && time >= from && time < to)
        found.push({ ...delivery, time, place: placeOf(delivery.lines) });
    }
  }
  return found.sort((a, b) => a.time - b.time || a.place - b.place || a.ordinal - b.ordinal);
}

/** Where the log tells of a delivery: its message's last line. */
function placeOf(lines: readonly string[]): number {
  return Number.parseInt(lines.at(-1)?.split(":")[1] ?? "0", 36);
}

interface LinkedDelivery {
  ordinal: number;
  tagged: boolean | null;
  folder: string | null;
  delivery: { host: string; queueId: string };
}

async function saveLinks(store: Store, links: LinkedDelivery[]): Promise<void> {
  const found = await store.messages(
    links.map(({ delivery }) => ({ host: delivery.host, queueId: delivery.queueId })),
  );
  const changed = new Set<StoredMessage>();
  links.forEach(({ ordinal, tagged, folder }, i) => {
    const stored = found[i];
    const recipient = stored?.message.recipients[ordinal];
    if (!stored || !recipient) return;
    // A mark that the checker itself set is known better than from procmail's log.
    const mark = stored.message.marked ? true : tagged;
    if (recipient.tagged === mark && recipient.folder === folder) return;
    recipient.tagged = mark;
    recipient.folder = folder;
    changed.add(stored);
  });
  await store.save([...changed]);
}
