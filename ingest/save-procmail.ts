import type { Writer } from "@/lib/db/writer";
import { addPendingLink, type BlockRow, hasBlocks, saveBlocks } from "@/lib/store/procmail-blocks";
import type { StoredMessage } from "@/lib/store/store";
import { rememberOffsets } from "./clock-offsets";
import type { Batch } from "./commit";

/** A delivery ends after the time of its block, later by as long as it waits for the mailbox. */
const WAIT = 600_000;

/** Stores procmail's blocks, and marks the spans in which they and the messages still have to be linked. */
export async function saveProcmail(
  writer: Writer,
  batch: Batch,
  saved: readonly StoredMessage[],
): Promise<void> {
  const rows = rowsOf(batch);
  if (rows.length > 0) {
    await saveBlocks(writer, batch.row.id, rows);
    const times = rows.map(({ time }) => time).filter((time) => time !== null);
    await markSpan(writer, [...times, ...times.slice(-1).map((time) => time + WAIT)]);
  }
  await rememberOffsets(writer, saved);
  const local = deliveryTimes(saved);
  if (local.length > 0 && (await hasBlocks(writer))) await markSpan(writer, local);
}

function rowsOf({ blocks, loneLines }: Batch): BlockRow[] {
  const rows = blocks.map(({ offset, time, sender, ...detail }) => ({
    offset,
    time,
    sender,
    detail: JSON.stringify(detail),
  }));
  const lone = loneLines.map((line) => ({
    offset: line.offset,
    time: line.time,
    sender: "",
    detail: JSON.stringify({ line }),
  }));
  return [...rows, ...lone];
}

/** When the local deliveries of messages ended, as wall clocks. */
function deliveryTimes(saved: readonly StoredMessage[]): number[] {
  return saved.flatMap(({ message }) =>
    message.recipients
      .filter(({ local, status, statusTime }) => local && status === "sent" && statusTime !== null)
      .map(({ statusTime }) => statusTime! + message.utcOffset * 60_000),
  );
}

async function markSpan(writer: Writer, times: readonly number[]): Promise<void> {
  if (times.length === 0) return;
  let [from, to] = [times[0]!, times[0]!];
  for (const time of times) {
    if (time < from) from = time;
    if (time > to) to = time;
  }
  await addPendingLink(writer, from, to);
}
