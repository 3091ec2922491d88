import { once } from "node:events";
import { openWriter } from "@/lib/db/open";
import { askWriter } from "@/lib/queries/ask";
import { csvHeader, csvLine } from "@/lib/queries/csv";
import { exportedMessage } from "@/lib/queries/exported-message";
import {
  FIELD_WORDS,
  FILTER_FIELDS,
  type FilterField,
  type FilterProblem,
  readTerm,
  type Term,
} from "@/lib/queries/filter";
import { filterSql } from "@/lib/queries/filter-sql";
import { messagesInOrder } from "@/lib/queries/messages-in-order";
import { EVER } from "@/lib/queries/range";
import { readArguments } from "./arguments";
import type { Command } from "./command";
import { FAILED, OK, UsageFault } from "./fault";

const HELP = `Usage: whyspf export messages --format jsonl|csv [options]

Writes the stored messages in order of time to standard output.

  --since T, --until T   from that time on, before that time (2026-11-24 or 2026-11-24T12:00:00+09:00)
  --result R             pass, fail, softfail, neutral, none, temperror, permerror; null: not logged
  --action A             accept, reject, tempfail, discard; of the accepted ones: untouched, tagged, unchecked;
                         brokenOff: the client went away before the message was complete
  --by B                 who refused: spf, mta, other, unknown
  --domain D, --host H   the checked domain; the host that wrote the log
  --client C             an address or a network (192.0.2.0/24)
  --sender A, --recipient A, --helo NAME, --checker NAME, --tag yes|no|unknown, --text WORDS
  --not FIELD=VALUE      leave out what this would select, as in --not domain=example.com

Each may be given more than once: values of one option are alternatives, different options must hold together.
`;

const OPTIONS = {
  format: { type: "string" },
  json: { type: "boolean" },
  since: { type: "string" },
  until: { type: "string" },
  not: { type: "string", multiple: true },
  result: { type: "string", multiple: true },
  action: { type: "string", multiple: true },
  by: { type: "string", multiple: true },
  domain: { type: "string", multiple: true },
  sender: { type: "string", multiple: true },
  client: { type: "string", multiple: true },
  helo: { type: "string", multiple: true },
  recipient: { type: "string", multiple: true },
  host: { type: "string", multiple: true },
  checker: { type: "string", multiple: true },
  tag: { type: "string", multiple: true },
  text: { type: "string", multiple: true },
} as const;

/** Epoch ms of a date or a time, or a UsageFault that names the option. */
export function readTime(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = /^\d{4}-\d\d-\d\d/.test(text)
    ? Date.parse(text.length === 10 ? `${text}T00:00:00` : text)
    : Number.NaN;
  if (Number.isNaN(time))
    throw new UsageFault(
      `--${name} takes a date or a time, such as 2026-11-24T12:00:00+09:00, not "${text}".`,
    );
  return time;
}

type Values = Partial<Record<FilterField | "not", string[]>>;

function readTerms(values: Values): Term[] {
  const wanted = FILTER_FIELDS.flatMap((field) =>
    (values[field] ?? []).map((value) => termOf(field, value, false)),
  );
  const unwanted = (values.not ?? []).map((text) => {
    const [name, ...value] = text.split("=");
    const field = FILTER_FIELDS.find((known) => known === name);
    if (!field || value.length === 0)
      throw new UsageFault(`--not takes FIELD=VALUE with one of ${FILTER_FIELDS.join(", ")}, not "${text}".`);
    return termOf(field, value.join("="), true);
  });
  return [...wanted, ...unwanted];
}

function termOf(field: FilterField, given: string, isNot: boolean): Term {
  const read = readTerm(field, field === "result" && given === "null" ? "notLogged" : given, isNot);
  if ("fault" in read) throw new UsageFault(`--${field} ${reason(read)}, not "${given}".`);
  return read;
}

function reason({ field, fault }: FilterProblem): string {
  if (fault === "word") return `takes ${FIELD_WORDS[field]!.join(", ").replace("notLogged", "null")}`;
  return fault === "network" ? "takes an IP address or a network such as 192.0.2.0/24" : "takes a short text";
}

/** `whyspf export messages`. */
export const exportMessages: Command = {
  name: "export",
  summary: "write stored messages as JSON lines or CSV",
  help: HELP,
  async run({ args, config, out, stop }) {
    const { values, positionals } = readArguments(args, OPTIONS);
    if (positionals[0] !== "messages" || positionals.length > 1)
      throw new UsageFault("exports messages, and nothing else.");
    const format = values.format ?? (values.json ? "jsonl" : undefined);
    if (format !== "jsonl" && format !== "csv") throw new UsageFault("needs --format jsonl or --format csv.");
    const terms = readTerms(values);
    const range = {
      from: readTime("since", values.since) ?? EVER.from,
      to: readTime("until", values.until) ?? EVER.to,
    };
    const writer = await openWriter(config.databaseUrl);
    try {
      const ask = askWriter(writer);
      const filter = await filterSql(ask, terms);
      if (format === "csv") out.write(`${csvHeader()}\n`);
      for await (const message of messagesInOrder(ask, range, filter)) {
        if (stop.aborted) return FAILED;
        const exported = exportedMessage(message);
        const line = format === "csv" ? csvLine(exported) : JSON.stringify(exported);
        if (!out.write(`${line}\n`)) await once(out, "drain");
      }
      return OK;
    } finally {
      await writer.close();
    }
  },
};
