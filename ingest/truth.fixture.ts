import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One row of a run's truth table. */
export interface Truth {
  case: string;
  clientIp: string;
  spfTrue: string;
  spfInLog: string;
  disposition: string;
  rejectedBy: string;
  tags: Record<string, boolean>;
  queueId: string;
}

const ALIASES: Record<string, string> = { error: "temperror", unknown: "permerror" };

/** The folders that hold runs with a truth table; RUNS names another place to try. */
export function runFolders(): string[] {
  const places = [
    join(import.meta.dirname, "..", "e2e", "fixtures", "samples"),
    process.env.WHYSPF_RUNS ?? "",
  ];
  return places.flatMap((place) =>
    place === "" || !existsSync(place)
      ? []
      : readdirSync(place)
          .map((name) => join(place, name))
          .filter((folder) => existsSync(join(folder, "truth.tsv"))),
  );
}

/** Reads a run's truth table, with today's names of results. */
export function readTruth(folder: string): Truth[] {
  const [header, ...lines] = readFileSync(join(folder, "truth.tsv"), "utf8").trimEnd().split("\n");
  const columns = header!.split("\t");
  return lines.map((line) => {
    const fields = line.split("\t");
    const field = (name: string) => fields[columns.indexOf(name)] ?? "";
    const inLog = field("spf_in_log").toLowerCase();
    return {
      case: field("case"),
      clientIp: field("client_ip"),
      spfTrue: field("spf_true"),
      spfInLog: ALIASES[inLog] ?? inLog,
      disposition: field("disposition"),
      rejectedBy: { "spf-milter": "spf", sendmail: "mta" }[field("rejected_by")] ?? "",
      tags: Object.fromEntries(
        field("procmail_tag")
          .split(/[, ]+/)
          .filter((tag) => tag.includes(":"))
          .map((tag) => [tag.split(":")[0]!, tag.endsWith(":tagged")]),
      ),
      queueId: field("qid"),
    };
  });
}
