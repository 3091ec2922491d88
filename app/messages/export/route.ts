import { csvFieldsOf, readColumns } from "@/components/lists/columns";
import type { Parameters } from "@/components/ui/address";
import { DatabaseFault } from "@/lib/db/faults";
import { askReader } from "@/lib/queries/ask";
import { CSV_FIELDS, type CsvField, csvHeader, csvLine } from "@/lib/queries/csv";
import { dataSpan } from "@/lib/queries/data-span";
import { exportedMessage } from "@/lib/queries/exported-message";
import { filterSql } from "@/lib/queries/filter-sql";
import { messagesInOrder } from "@/lib/queries/messages-in-order";
import { periodOf } from "@/lib/queries/period";
import { ask } from "../../database";
import { readView } from "../../page-view";
import { refuseStrangers } from "../../signed-in";

export const dynamic = "force-dynamic";

const TYPES = {
  csv: "text/csv; charset=utf-8; header=present",
  jsonl: "application/x-ndjson; charset=utf-8",
};

/** The messages of a period and its conditions, newest first as the list shows them, as one growing file. */
export async function GET(request: Request): Promise<Response> {
  const refused = await refuseStrangers();
  if (refused) return refused;
  const parameters = parametersOf(new URL(request.url).searchParams);
  const { view, problems } = readView("/messages", parameters);
  const format = parameters.format?.[0] === "csv" ? "csv" : "jsonl";
  // A file that silently holds other messages than were asked for would be worse than none.
  if (problems.length > 0)
    return Response.json({ error: "Some conditions cannot be used.", problems }, { status: 400 });
  const lines = await ask(async (reader) => {
    const question = askReader(reader);
    const data = (await dataSpan(reader)) ?? { from: 0, to: 0 };
    const period = periodOf(view.address, data, view.zone, Date.now());
    return messagesInOrder(question, period, await filterSql(question, view.address.filter), "newest");
  });
  if (lines instanceof DatabaseFault) return Response.json({ error: lines.message }, { status: 503 });
  const columns = parameters.columns?.join(",") ?? "";
  const fields = columns === "" ? CSV_FIELDS : csvFieldsOf(readColumns(columns));
  return new Response(streamOf(lines, format === "csv" ? fields : null), {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="whyspf-messages.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}

function parametersOf(given: URLSearchParams): Record<string, string[]> & Parameters {
  const parameters: Record<string, string[]> = {};
  for (const name of given.keys()) parameters[name] = given.getAll(name);
  return parameters;
}

type Lines = ReturnType<typeof messagesInOrder>;

const CHUNK = 64 * 1024;

/** CSV with these fields, else JSON lines. Only as much is read as is taken; the rest waits. */
function streamOf(messages: Lines, fields: readonly CsvField[] | null): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let text = fields ? `${csvHeader(fields)}\r\n` : "";
  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        const { value, done } = await messages.next();
        if (value) {
          const exported = exportedMessage(value);
          text += fields ? `${csvLine(exported, fields)}\r\n` : `${JSON.stringify(exported)}\n`;
        }
        if (done || text.length > CHUNK) {
          if (text !== "") controller.enqueue(encoder.encode(text));
          text = "";
          if (done) controller.close();
          return;
        }
      }
    },
    async cancel() {
      await messages.return(undefined);
    },
  });
}
