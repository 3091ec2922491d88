import { hostname } from "node:os";
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { ImportOptions } from "@/ingest/log-import";
import { fixedZone, type Zone, zoneOf } from "@/lib/logs/zone";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { UsageFault } from "./fault";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads options and names; an option that does not exist is a UsageFault. */
export function readArguments<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageFault(`${(error as Error).message.split(". ")[0]}.`);
  }
}

export const LOG_OPTIONS = {
  "time-zone": { type: "string" },
  year: { type: "string" },
  json: { type: "boolean" },
  demo: { type: "boolean" },
} as const satisfies Options;

/** A whole number in a range, or a UsageFault that names the option. */
export function readNumber(name: string, text: string | undefined, from: number, to: number): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= from && value <= to))
    throw new UsageFault(`--${name} takes a number from ${from} to ${to}, not "${text}".`);
  return value;
}

/** The language of --language, or the terminal's own. */
export function readLanguage(text: string | undefined, own: Language): Language {
  const language = text === undefined ? own : LANGUAGES.find((known) => known === text);
  if (language === undefined) throw new UsageFault(`--language takes ko or en, not "${text}".`);
  return language;
}

function readZone(text: string | undefined): Zone | null {
  if (text === undefined) return null;
  const zone = zoneOf(text);
  if (!zone)
    throw new UsageFault(
      `--time-zone takes a name such as Asia/Seoul or an offset such as +09:00, not "${text}".`,
    );
  return zone;
}

/** The machine's own zone. */
export function systemZone(): Zone {
  return zoneOf(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? fixedZone(0);
}

/** What `import` and `follow` are told of the logs. */
export function readLogOptions(values: {
  "time-zone"?: string;
  year?: string;
  demo?: boolean;
}): ImportOptions {
  return {
    year: readNumber("year", values.year, 1990, 2100),
    zone: readZone(values["time-zone"]),
    fallbackZone: systemZone(),
    defaultHost: hostname(),
    demo: values.demo ?? false,
  };
}
