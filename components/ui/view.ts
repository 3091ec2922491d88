import type { Zone } from "@/lib/logs/zone";
import { type Bucket, type BucketUnit, nextOf, wallOf } from "@/lib/queries/calendar";
import type { CountedAction, CountedResult } from "@/lib/queries/count-table";
import { FIELD_WORDS, type FilterField, type Term } from "@/lib/queries/filter";
import type { TimeRange } from "@/lib/queries/range";
import { type Address, addressText, termParameters } from "./address";

/** What every part of a page must know of it: where it is, and on which clock. */
export interface View {
  address: Address;
  zone: Zone;
  zoneName: string;
}

/** The page, of some whole hours instead of its own period. */
export function viewOfHours(view: View, { from, to }: TimeRange): View {
  const [first, last] = [wallOf(from, view.zone), wallOf(to - 1, view.zone)];
  return { ...view, address: { ...view.address, preset: "custom", first, last, byHour: true } };
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

/** The conditions of the page, narrowed, as part of an address: `result=fail&host=mx1`. */
export function narrowedQuery({ address }: View, ...narrowings: Narrowing[]): string {
  return new URLSearchParams(termParameters(narrowedBy(address, narrowings).filter)).toString();
}

/** What is counted lies within the page's own conditions: of one field, both must hold, and not either. */
function narrowedBy(address: Address, narrowings: readonly Narrowing[]): Address {
  const fields = [...new Set(narrowings.map(([field]) => field))];
  const filter = fields.reduce((given, field) => {
    const wanted = narrowings.filter(([of]) => of === field).map(([, value]) => value);
    return withinField(given, field, wanted);
  }, address.filter);
  return { ...address, filter };
}

function withinField(filter: Term[], field: FilterField, wanted: string[]): Term[] {
  const valuesOf = (isNot: boolean) =>
    filter.filter((term) => term.field === field && term.isNot === isNot).flatMap(partsOf);
  const [allowed, denied] = [valuesOf(false), valuesOf(true)];
  const isWord = FIELD_WORDS[field] !== null;
  const isKept = (value: string) =>
    (allowed.length === 0 || allowed.includes(value)) && !denied.includes(value);
  const both = isWord ? wanted.filter(isKept) : wanted;
  // Where no message can be in both, nothing is counted and nothing leads here.
  const values = both.length > 0 ? both : wanted;
  // Words say by themselves what they leave out.
  const rest = filter.filter(
    (term) => term.field !== field || (!isWord && term.isNot && !values.includes(term.value)),
  );
  return [...rest, ...values.map((value) => ({ field, value, isNot: false }))];
}

/** `accept` holds other words of its field. */
function partsOf({ field, value }: Term): string[] {
  return field === "action" && value === "accept" ? ["untouched", "tagged", "unchecked"] : [value];
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
    // Days that begin at an hour of one's own can only be told in hours.
    byHour: unit === "hour" || address.byHour,
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
