import type { Zone } from "@/lib/logs/zone";
import { type Bucket, type BucketUnit, nextOf } from "@/lib/queries/calendar";
import type { CountedAction, CountedResult } from "@/lib/queries/count-table";
import type { FilterField } from "@/lib/queries/filter";
import { type Address, addressText, narrowed } from "./address";

/** What every part of a page must know of it: where it is, and on which clock. */
export interface View {
  address: Address;
  zone: Zone;
  zoneName: string;
}

/** A condition to add to an address. */
export type Narrowing = readonly [field: FilterField, value: string];

/** The word of the action filter for a counted action. */
export function actionWord(fate: CountedAction): string {
  return fate === "accept" ? "untouched" : fate;
}

/** The conditions that select counted results and actions; none where all are meant. */
export function narrowingsOf(
  results: readonly CountedResult[] = [],
  fates: readonly CountedAction[] = [],
): Narrowing[] {
  return [
    ...results.map((result) => ["result", result] as const),
    ...fates.map((fate) => ["action", actionWord(fate)] as const),
  ];
}

/** The address of the page itself, narrowed. */
export function narrowedHref({ address }: View, ...narrowings: Narrowing[]): string {
  return addressText(narrowedBy(address, narrowings));
}

/** The address of the messages that the page counts, narrowed. */
export function messagesHref({ address }: View, ...narrowings: Narrowing[]): string {
  return addressText(narrowedBy({ ...address, path: "/messages" }, narrowings));
}

function narrowedBy(address: Address, narrowings: readonly Narrowing[]): Address {
  return narrowings.reduce((given, [field, value]) => narrowed(given, field, value), address);
}

/** The address of the messages of one bucket. */
export function bucketHref({ address }: View, { wall }: Bucket, unit: BucketUnit, end: number): string {
  const last = Math.min(nextOf(wall, unit), end) - 1;
  return addressText({
    ...address,
    path: "/messages",
    preset: "custom",
    first: wall,
    last,
    byHour: unit === "hour",
  });
}

/** The page of a domain or a client in the same period. */
export function subjectHref({ address }: View, kind: "domains" | "clients", name: string): string {
  const path = `/${kind}/${encodeURIComponent(name)}`;
  return addressText({ ...address, path, filter: [] });
}

/** The page of one message. */
export function messageHref(host: string, queueId: string): string {
  return `/messages/${encodeURIComponent(host)}/${encodeURIComponent(queueId)}`;
}
