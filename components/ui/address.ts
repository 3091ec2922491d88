import { DEFAULT_COLUMNS, readColumns } from "@/components/lists/columns";
import { type Zone, zoneOf } from "@/lib/logs/zone";
import {
  FILTER_FIELDS,
  type FilterField,
  type FilterProblem,
  readFilter,
  type Term,
  withoutTerm,
  withTerm,
} from "@/lib/queries/filter";
import { COMPARISONS, type PeriodRequest, PRESETS, stepOf } from "@/lib/queries/period";

/** What the address of a page says; `tz` is null where the server's own time zone is meant. */
export interface Address extends PeriodRequest {
  path: string;
  tz: string | null;
  filter: Term[];
  /** The columns of a list of messages, with commas; "" for the usual ones. */
  columns: string;
}

/** Something in an address that could not be used, and so was left out. */
export type AddressProblem =
  | FilterProblem
  | { field: "range" | "compare" | "tz" | "cursor"; value: string; fault: "word" | "order" };

export type Parameters = Record<string, string | string[] | undefined>;

const LIST = "/messages";
const DEFAULT = "30d";
const EARLIEST = Date.UTC(1980, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Reads `?range=7d&to=2026-11-24`, `?from=…&to=…`, `&compare=year&tz=Asia/Seoul&result=fail&domain!=example.com`. */
export function readAddress(
  path: string,
  parameters: Parameters,
): { address: Address; problems: AddressProblem[] } {
  const problems: AddressProblem[] = [];
  const text = (name: string) => ([parameters[name]].flat()[0] ?? "").slice(0, 100);
  const { filter, problems: unusable } = readFilter(givenTerms(parameters));
  const period = readPeriod(text, problems);
  const tz = text("tz");
  const isZone = tz !== "" && tz.length < 64 && zoneOf(tz) !== null;
  if (tz !== "" && !isZone) problems.push({ field: "tz", value: tz, fault: "word" });
  return {
    address: { path, ...period, tz: isZone ? tz : null, filter, columns: readOwnColumns(parameters.columns) },
    problems: [...problems, ...unusable],
  };
}

function givenTerms(parameters: Parameters): { field: FilterField; value: string; isNot: boolean }[] {
  return FILTER_FIELDS.flatMap((field) =>
    [false, true].flatMap((isNot) =>
      [parameters[isNot ? `${field}!` : field] ?? []].flat().map((value) => ({ field, value, isNot })),
    ),
  );
}

function readPeriod(text: (name: string) => string, problems: AddressProblem[]): PeriodRequest {
  const compare = COMPARISONS.find((known) => known === text("compare")) ?? "previous";
  if (!["", ...COMPARISONS].includes(text("compare")))
    problems.push({ field: "compare", value: text("compare"), fault: "word" });
  const [from, to] = [readTime(text("from")), readTime(text("to"))];
  for (const name of ["from", "to"])
    if (text(name) !== "" && readTime(text(name)) === null)
      problems.push({ field: "range", value: text(name), fault: "word" });
  if (from !== null) {
    const last = to ?? from;
    if (last.end > from.start)
      return {
        preset: "custom",
        first: from.start,
        last: last.end - 1,
        byHour: from.isHour || last.isHour,
        compare,
      };
    problems.push({ field: "range", value: `${text("from")} – ${text("to")}`, fault: "order" });
  }
  const preset = PRESETS.find((known) => known === text("range"));
  if (preset === undefined && text("range") !== "")
    problems.push({ field: "range", value: text("range"), fault: "word" });
  const last = from === null && to !== null ? to.end - 1 : null;
  return { preset: preset ?? DEFAULT, first: null, last, byHour: false, compare };
}

const HOUR = 3_600_000;

/** A day, or an hour as in 2026-11-24T09 or 2026-11-24T09:00, on the wall clock. */
function readTime(text: string): { start: number; end: number; isHour: boolean } | null {
  const [, day, hour] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d)(?::\d\d)?)?$/.exec(text) ?? [];
  const start = Date.parse(`${day}T${hour ?? "00"}:00:00Z`);
  if (!(start >= EARLIEST && start < LATEST)) return null;
  // Date.parse takes 31 February for 3 March.
  if (new Date(start).toISOString().slice(0, 10) !== day) return null;
  return { start, end: start + (hour === undefined ? 24 : 1) * HOUR, isHour: hour !== undefined };
}

/** The address as one can follow it; `extra` are parameters of the page's own. */
export function addressText(address: Address, extra: Record<string, string> = {}): string {
  const own = [...periodParameters(address), ...termParameters(address.filter), ...columnParameters(address)];
  const query = [...own, ...Object.entries(extra)]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join("&");
  return query === "" ? address.path : `${address.path}?${query}`;
}

/** The parts of an address that a form must send along, as names and values. */
export function periodParameters(address: Address): [string, string][] {
  const { preset, first, last, compare, tz } = address;
  const parameters: [string, string][] = [];
  const written = (time: number) =>
    new Date(time).toISOString().slice(0, stepOf(address) === "hour" ? 13 : 10);
  if (preset === "custom" && first !== null) parameters.push(["from", written(first)]);
  else if (preset !== DEFAULT) parameters.push(["range", preset]);
  if (last !== null) parameters.push(["to", written(last)]);
  if (compare !== "previous") parameters.push(["compare", compare]);
  if (tz !== null) parameters.push(["tz", tz]);
  return parameters;
}

/** Only a list of messages has columns. */
export function columnParameters({ path, columns }: Address): [string, string][] {
  return path === LIST && columns !== "" ? [["columns", columns]] : [];
}

function readOwnColumns(given: Parameters[string]): string {
  const columns = readColumns([given ?? ""].flat().join(",").slice(0, 500));
  return columns === DEFAULT_COLUMNS ? "" : columns.join(",");
}

export function termParameters(filter: readonly Term[]): [string, string][] {
  return filter.map(({ field, value, isNot }) => [isNot ? `${field}!` : field, value]);
}

/** As little as needed, so that people can read it. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%40/g, "@");
}

/** The same page, narrowed by one more term. */
export function narrowed(address: Address, field: FilterField, value: string, isNot = false): Address {
  return { ...address, filter: withTerm(address.filter, { field, value, isNot }) };
}

export function widened(address: Address, term: Term): Address {
  return { ...address, filter: withoutTerm(address.filter, term) };
}

/** The time zone an address means. */
export function zoneFor({ tz }: Pick<Address, "tz">, serverZone: string): { name: string; zone: Zone } {
  const name = tz ?? serverZone;
  return { name, zone: zoneOf(name) ?? zoneOf("UTC")! };
}
