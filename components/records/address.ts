import { LONGEST_TTL } from "@/lib/spf/publish/ttl";

/** The parts of the workbench below the editor. */
export const VIEWS = ["tree", "what-if", "traffic", "replay", "publish"] as const;
export type RecordsView = (typeof VIEWS)[number];

/** Those that show what logs hold, and so are for people who are signed in only. */
export const LOG_VIEWS: readonly RecordsView[] = ["traffic", "replay"];

/** A draft longer than this does not go into an address. */
export const LONGEST_DRAFT = 5_000;

/** What an address of the workbench says; null where it says nothing. `record` "" is a draft that is empty. */
export interface RecordsAddress {
  domain: string | null;
  record: string | null;
  view: RecordsView;
  /** The check of the what-if view, and a name with the text to take as published there. */
  ip: string | null;
  sender: string | null;
  helo: string | null;
  at: string | null;
  as: string | null;
  /** Of traffic and replay. */
  days: number;
  job: string | null;
  /** Of the publish view: seconds, and whether the authoritative servers are to be asked. */
  ttl: number | null;
  check: boolean;
}

/** Days of traffic that are looked at. */
export const DAYS = [7, 30, 90, 365] as const;

type Given = Record<string, string | string[] | undefined>;

/** Reads an address; what cannot be used counts as not given. */
export function readRecordsAddress(given: Given): RecordsAddress {
  const text = (name: string): string | null => {
    const value = [given[name]].flat()[0];
    return value === undefined ? null : value;
  };
  const filled = (name: string) => text(name)?.trim() || null;
  const days = Number(text("days"));
  const ttl = text("ttl");
  return {
    domain: filled("domain")?.replace(/\.$/, "").toLowerCase() || null,
    record: text("record"),
    view: VIEWS.find((known) => known === text("view")) ?? "tree",
    ip: filled("ip"),
    sender: filled("sender"),
    helo: filled("helo"),
    at: filled("at"),
    as: text("as"),
    days: DAYS.find((known) => known === days) ?? 30,
    job: filled("job"),
    ttl: ttl !== null && /^[1-9]\d{0,5}$/.test(ttl) && Number(ttl) <= LONGEST_TTL ? Number(ttl) : null,
    check: text("check") === "1",
  };
}

/** The address of the workbench with some of it changed. */
export function recordsHref(address: RecordsAddress, changed: Partial<RecordsAddress> = {}): string {
  const { domain, record, view, ip, sender, helo, at, as, days, job, ttl, check } = {
    ...address,
    ...changed,
  };
  const parts: [string, string | null][] = [
    ["domain", domain],
    ["record", record],
    ["view", view === "tree" ? null : view],
    ["ip", ip],
    ["sender", sender],
    ["helo", helo],
    ["at", at],
    ["as", as],
    ["days", days === 30 ? null : String(days)],
    ["job", job],
    ["ttl", ttl === null ? null : String(ttl)],
    ["check", check ? "1" : null],
  ];
  const query = new URLSearchParams(parts.filter((part): part is [string, string] => part[1] !== null));
  return query.size === 0 ? "/records" : `/records?${query}`;
}
