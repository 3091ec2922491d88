import { readSpfResult, SPF_RESULTS, type SpfResult } from "@/lib/spf";

/** What kinds of lines a mail log consists of. */
export interface Mix {
  lines: number;
  /** With newlines. */
  bytes: number;
  envelopes: number;
  deliveries: number;
  headers: number;
  /** Of filters and of the server's own rules, unknown users too. */
  refusals: number;
  other: number;
  results: Record<SpfResult, number>;
  /** Share of accepted messages with more than one recipient. */
  severalRecipients: number;
  domains: number;
  clients: number;
}

/** Counts the lines of a log in the forms that sendmail and spfmilter write. */
export function describeMix(lines: Iterable<string>): Mix {
  const results = Object.fromEntries(SPF_RESULTS.map((result) => [result, 0])) as Record<SpfResult, number>;
  const mix = { lines: 0, bytes: 0, envelopes: 0, deliveries: 0, headers: 0, refusals: 0, other: 0 };
  const domains = new Set<string>();
  const clients = new Set<string>();
  let several = 0;
  let single = 0;
  for (const line of lines) {
    mix.lines++;
    mix.bytes += line.length + 1;
    const kind = kindOf(line);
    mix[kind]++;
    if (kind === "headers") {
      const result = readSpfResult(between(line, "Received-SPF: ", " "));
      if (result !== null) results[result]++;
    }
    if (kind !== "envelopes") continue;
    domains.add(between(line, "@", ">"));
    clients.add(line.slice(line.lastIndexOf("[") + 1, line.lastIndexOf("]")));
    const count = Number(between(line, ", nrcpts=", ","));
    if (count > 1) several++;
    else if (count === 1) single++;
  }
  const severalRecipients = several / Math.max(1, several + single);
  return { ...mix, results, severalRecipients, domains: domains.size, clients: clients.size };
}

function kindOf(line: string): "envelopes" | "deliveries" | "headers" | "refusals" | "other" {
  if (line.includes(": to=") && line.includes(", stat=")) return "deliveries";
  if (line.includes("header: Received-SPF: ")) return "headers";
  if (line.includes(", reject=") || line.includes("... User unknown")) return "refusals";
  return line.includes(": from=") ? "envelopes" : "other";
}

function between(line: string, before: string, after: string): string {
  const start = line.indexOf(before);
  if (start < 0) return "";
  const end = line.indexOf(after, start + before.length);
  return line.slice(start + before.length, end < 0 ? undefined : end);
}

/** The lines of chunks that each end with one. */
export function* linesOf(chunks: Iterable<Buffer>): Generator<string> {
  for (const chunk of chunks) {
    const lines = chunk.toString("latin1").split("\n");
    lines.pop();
    yield* lines;
  }
}
