import { readStamp, type Stamp } from "./stamp";

/** One entry of a log kept as JSON; `program` null where the text is a line of some other form. */
export interface JsonEntry {
  stamp: Stamp | null;
  host: string | null;
  program: string | null;
  pid: number | null;
  text: string;
}

type Fields = Record<string, unknown>;

/** Journald gives text as UTF-8, or as byte values where it is none; the parsers want bytes as latin1. */
function latin1(value: unknown): string | null {
  if (typeof value === "string") return Buffer.from(value, "utf8").toString("latin1");
  if (!Array.isArray(value)) return null;
  if (value.every((byte) => typeof byte === "number"))
    return Buffer.from(value as number[]).toString("latin1");
  return latin1(value[0]);
}

function firstText(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const text = Object.hasOwn(fields, name) ? latin1(fields[name]) : null;
    if (text !== null) return text;
  }
  return null;
}

function number(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Microseconds since the epoch, as journald writes them. */
function microseconds(text: string | null): Stamp | null {
  if (text === null || !/^\d{10,17}$/.test(text)) return null;
  return { wall: Math.floor(Number(text) / 1000), hasYear: true, offset: 0, end: text.length };
}

/** Takes apart the fields of one journald entry (systemd.journal-fields); null where there is no message. */
export function readJournalFields(fields: Fields): JsonEntry | null {
  const text = firstText(fields, ["MESSAGE"]);
  if (text === null) return null;
  return {
    stamp: microseconds(firstText(fields, ["__REALTIME_TIMESTAMP", "_SOURCE_REALTIME_TIMESTAMP"])),
    host: firstText(fields, ["_HOSTNAME"]),
    program: firstText(fields, ["SYSLOG_IDENTIFIER", "_COMM"]) ?? "",
    pid: number(firstText(fields, ["SYSLOG_PID", "_PID"])),
    text: text.endsWith("\n") ? text.slice(0, -1) : text,
  };
}

function readContainerFields(fields: Fields): JsonEntry | null {
  const text = firstText(fields, ["log", "message", "msg", "MESSAGE"]);
  if (text === null) return null;
  const time = firstText(fields, ["time", "@timestamp", "timestamp", "ts"]);
  return {
    stamp: time === null ? null : readStamp(time, 0),
    host: firstText(fields, ["host", "hostname", "HOST"]),
    program: firstText(fields, ["program", "ident", "appname", "PROGRAM"]),
    pid: number(firstText(fields, ["pid", "procid", "PID"])),
    text: text.endsWith("\n") ? text.slice(0, -1) : text,
  };
}

/** Reads a line of `journalctl -o json`, or of a container runtime or log shipper; null if it is neither. */
export function readJsonLine(line: string): JsonEntry | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(line, "latin1").toString("utf8"));
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const fields = value as Fields;
  if (Object.hasOwn(fields, "__REALTIME_TIMESTAMP") || Object.hasOwn(fields, "MESSAGE"))
    return readJournalFields(fields);
  return readContainerFields(fields);
}
