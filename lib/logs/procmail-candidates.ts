import type { SpfResult } from "@/lib/spf/result";
import type { Delivered } from "./procmail-marks";

/** One successful delivery to a local recipient, as the mail server's log tells it. */
export interface LocalDelivery {
  messageRef: number;
  ordinal: number;
  /** The recipient. */
  address: string;
  /** Envelope sender, "" for the null reverse-path. */
  sender: string;
  /** When the log says Sent: the wall clock as epoch ms as if UTC. */
  time: number;
  /** How long the attempt took, in whole seconds. */
  seconds: number | null;
  /** Bytes of the message as received. */
  size: number | null;
  /** The verdict in the log. */
  result: SpfResult | null;
}

/** The From_ time is when procmail began: this long before the end at most, where the log does not tell. */
const LONGEST_UNTOLD = 60;
/** Both clocks count whole seconds. */
const ROUNDING = 1000;
/** Between the end of a block and the server's line about it, clocks may differ by this, ms. */
const DISORDER = 2000;
/** Times that step back further than any lock lasts begin another log. */
const LONGEST_WAIT = 15 * 60_000;
const CROWD = 32;
const MOST_CANDIDATES = 256;
/** Path segments that name no user. */
const PLACES = new Set(["", "var", "mail", "spool", "home", "users", "usr", "maildir", "new", "cur", "tmp"]);

/** The span of From_ times that a delivery's block can have, ms. */
export function startSpan(delivery: LocalDelivery): [from: number, to: number] {
  const seconds = delivery.seconds ?? LONGEST_UNTOLD;
  return [delivery.time - seconds * 1000 - ROUNDING, delivery.time];
}

/**
 * Which blocks each delivery may have by sender and time, indexes of `delivered`. A block is written when its delivery
 * ends, so never before the blocks ahead of it began.
 */
export function findCandidates(
  deliveries: readonly LocalDelivery[],
  delivered: readonly Delivered[],
): number[][] {
  const bySender = indexBlocks(delivered, ({ block }) => [senderKey(block.sender)]);
  const byUser = indexBlocks(delivered, ({ block }) =>
    folderNames(block.folder).map((name) => `${senderKey(block.sender)}\n${name}`),
  );
  const written = earliestEnds(delivered);
  return deliveries.map((delivery) => {
    const key = senderKey(delivery.sender);
    let found = within(bySender.get(key), delivered, delivery);
    if (found.length > CROWD) {
      const own = within(byUser.get(`${key}\n${userOf(delivery.address)}`), delivered, delivery);
      if (own.length > 0) found = own;
    }
    if (found.length > MOST_CANDIDATES) return [];
    return found.filter((right) => delivery.time >= written[right]! - DISORDER);
  });
}

/** For each block the latest From_ time of the blocks up to it in its log. */
function earliestEnds(delivered: readonly Delivered[]): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return delivered.map(({ block }, right) => {
    const before = delivered[right - 1]?.block;
    const time = block.time ?? latest;
    const sameLog = before && before.log === block.log && before.offset < block.offset;
    latest = sameLog && time > latest - LONGEST_WAIT ? Math.max(latest, time) : time;
    return latest;
  });
}

function indexBlocks(
  delivered: readonly Delivered[],
  keysOf: (one: Delivered) => string[],
): Map<string, number[]> {
  const index = new Map<string, number[]>();
  delivered.forEach((one, right) => {
    if (one.block.time === null) return;
    for (const key of new Set(keysOf(one))) {
      const rights = index.get(key);
      if (rights) rights.push(right);
      else index.set(key, [right]);
    }
  });
  const time = (right: number) => delivered[right]!.block.time!;
  for (const rights of index.values()) rights.sort((a, b) => time(a) - time(b) || a - b);
  return index;
}

/** Of blocks in the order of their times those that fit the delivery. */
function within(
  rights: readonly number[] | undefined,
  delivered: readonly Delivered[],
  delivery: LocalDelivery,
): number[] {
  if (!rights) return [];
  const [from, to] = startSpan(delivery);
  let low = 0;
  let high = rights.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (delivered[rights[middle]!]!.block.time! < from - ROUNDING) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i < rights.length && found.length <= MOST_CANDIDATES; i++) {
    if (delivered[rights[i]!]!.block.time! > to + ROUNDING) break;
    found.push(rights[i]!);
  }
  return found;
}

/** Addresses are equal if they are so but for the case of the domain. */
export function senderKey(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}

/** The user that a recipient's address names, in lower case and without a `+detail`. */
export function userOf(address: string): string {
  const at = address.lastIndexOf("@");
  const local = (at < 0 ? address : address.slice(0, at)).toLowerCase();
  const plus = local.indexOf("+");
  return plus > 0 ? local.slice(0, plus) : local;
}

/** Names in a folder's path that may be a user's: its last part, else those that are no usual places. */
export function folderNames(folder: string | null): string[] {
  if (folder === null) return [];
  const parts = folder.toLowerCase().split("/");
  return parts.filter((part, i) => (i === parts.length - 1 && part !== "") || !PLACES.has(part));
}
