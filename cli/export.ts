import { once } from "node:events";
import { openWriter } from "@/lib/db/open";
import { ACTIONS, type Action } from "@/lib/logs/fact";
import { type MessageFilter, messagesInOrder } from "@/lib/queries/messages-in-order";
import { readSpfResult, type SpfResult } from "@/lib/spf";
import { readArguments } from "./arguments";
import type { Command } from "./command";
import { CSV_HEADER, csvLine, exportedMessage } from "./exported-message";
import { FAILED, OK, UsageFault } from "./fault";

const HELP = `Usage: whyspf export messages --format jsonl|csv [options]

Writes the stored messages in order of time to standard output.

  --since T, --until T   from that time on, before that time (2026-11-24 or 2026-11-24T12:00:00+09:00)
  --result R             pass, fail, softfail, neutral, none, temperror, permerror; null: not logged
  --action A             accept, reject, tempfail, discard
  --domain D, --host H   the checked domain; the host that wrote the log
`;

const OPTIONS = {
  format: { type: "string" },
  json: { type: "boolean" },
  since: { type: "string" },
  until: { type: "string" },
  result: { type: "string" },
  action: { type: "string" },
  domain: { type: "string" },
  host: { type: "string" },
} as const;

function readTime(name: string, text: string | undefined): number | undefined {
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

function readResult(text: string | undefined): SpfResult | null | undefined {
  if (text === undefined) return undefined;
  if (text === "null") return null;
  const result = readSpfResult(text);
  if (!result) throw new UsageFault(`--result does not know "${text}".`);
  return result;
}

function readAction(text: string | undefined): Action | undefined {
  if (text === undefined) return undefined;
  const action = ACTIONS.find((known) => known === text);
  if (!action) throw new UsageFault(`--action takes ${ACTIONS.join(", ")}, not "${text}".`);
  return action;
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
    const filter: MessageFilter = {
      since: readTime("since", values.since),
      until: readTime("until", values.until),
      result: readResult(values.result),
      action: readAction(values.action),
      domain: values.domain?.toLowerCase(),
      host: values.host,
    };
    const writer = await openWriter(config.databaseUrl);
    try {
      if (format === "csv") out.write(`${CSV_HEADER}\n`);
      for await (const message of messagesInOrder(writer, filter)) {
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
