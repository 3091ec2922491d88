import { linkProcmail } from "@/lib/logs/procmail-link";
import type { ProcmailBlock } from "@/lib/logs/procmail";
import { blocksBetween, hasBlocks, localDeliveries, pendingLinks, removePendingLink } from "@/lib/store/procmail-blocks";
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
  for (let start = from; start <= to; start += STEP) await linkStep(store, start, Math.min(to + 1, start + STEP));
}

/** Links the deliveries whose wall clock lies in [from, to), looking a little around them. */
async function linkStep(store: Store, from: number, to: number): Promise<void> {
  const rows = await blocksBetween(store.writer, from - MARGIN, to + MARGIN);
  const blocks = rows.map(({ offset, time, sender, detail }) => ({ offset, time, sender, ...JSON.parse(detail) }) as ProcmailBlock);
  const deliveries = [];
  for (const offset of await clockOffsets(store.writer)) {
    const shift = offset * 60_000;
    const found = await localDeliveries(store.writer, from - MARGIN - QUEUED - shift, to + MARGIN - shift);
    for (const delivery of found) {
      if (delivery.utcOffset === offset) deliveries.push({ ...delivery, time: delivery.statusTime + shift });
    }
  }
  const near = deliveries.filter(({ time }) => time >= from - MARGIN && time < to + MARGIN);
  const keys = new Map(near.map((delivery) => [`${delivery.messageRef} ${delivery.ordinal}`, delivery]));
  const links = linkProcmail(near, blocks).flatMap((link) => {
    const delivery = keys.get(`${link.messageRef} ${link.ordinal}`)!;
    return delivery.time >= from && delivery.time < to ? [{ ...link, delivery }] : [];
  });
  await saveLinks(store, links);
}

interface LinkedDelivery {
  ordinal: number;
  tagged: boolean | null;
  folder: string | null;
  delivery: { host: string; queueId: string };
}

async function saveLinks(store: Store, links: LinkedDelivery[]): Promise<void> {
  const found = await store.messages(links.map(({ delivery }) => ({ host: delivery.host, queueId: delivery.queueId })));
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
