import type { BillRequest } from "@/lib/spf/bill/record-bill";
import { isCheckable } from "@/lib/spf/domain-name";
import { asciiName } from "@/lib/spf/idn";
import { reportRecord } from "@/lib/spf/record-report";
import { reportText } from "@/lib/spf/text-report";
import { readArguments, readLanguage } from "./arguments";
import { answerLines } from "./batch";
import type { Command } from "./command";
import { DNS_HELP, DNS_OPTIONS } from "./dns-options";
import { FAILED, OK, UsageFault } from "./fault";
import { jsonLine } from "./json-line";
import { lintedJson, lintedText } from "./linted";
import { tellingResolver } from "./telling-resolver";

const HELP = `Usage: whyspf lint --domain NAME [options]
       whyspf lint --record TEXT [--domain NAME] [options]
       whyspf lint --batch [options] < LINES

Says what is wrong with an SPF record, and what it costs: lookups of those allowed, and all that it includes.

  --domain NAME          the record that NAME publishes, or that --record would be
  --record TEXT          this text
  --offline              ask nobody: what can be told from the text alone
${DNS_HELP}
  --json                 {valid, result: ok|none|permerror|temperror, problems: [{rule, severity: error|warning|info,
                         from, to, message, rfc, where, fix?: {from, to, text}}], lookups, voidLookups}
  --language ko|en       of the messages; without it, that of LANG
  --batch                reads JSON lines {id, record}, writes the same object with the id for each; asks nobody

"from" and "to" count characters of the record, from 0, to the one after. "result" is what a check would say of the
record's text: ok, none (no SPF record at all) or permerror; temperror where DNS gave no answer. "valid" is false with
any problem of severity error. "lookups" is what the record costs at worst, "voidLookups" how many of them find
nothing. Exit code 0 for a record that is valid or not, 1 where DNS gave no answer, 2 for wrong options.
`;

const OPTIONS = {
  domain: { type: "string" },
  record: { type: "string" },
  offline: { type: "boolean" },
  ...DNS_OPTIONS,
  json: { type: "boolean" },
  language: { type: "string" },
  batch: { type: "boolean" },
} as const;

/** `whyspf lint`. */
export const lint: Command = {
  name: "lint",
  summary: "say what is wrong with an SPF record, and what it costs",
  help: HELP,
  async run(call) {
    const { values, positionals } = readArguments(call.args, OPTIONS);
    if (positionals.length > 0) throw new UsageFault(`takes options only, not "${positionals[0]}".`);
    const { domain, record, offline = false, json = false, batch = false } = values;
    const language = readLanguage(values.language, call.config.language);
    const unread = ["record", "domain", "offline", "dns", "dns-timeout", "zone"] as const;
    const lone = batch && unread.find((name) => values[name] !== undefined);
    if (lone)
      throw new UsageFault(`--batch reads from standard input and asks nobody; it takes no --${lone}.`);
    if (batch)
      return await answerLines(call, (line) =>
        typeof line.record === "string"
          ? lintedJson(reportText(line.record), language)
          : { error: "record is missing, or no text" },
      );
    const request = requestOf(record, domain);
    if (offline && record === undefined) throw new UsageFault("--offline needs --record.");
    if (offline && (values.dns ?? values.zone) !== undefined)
      throw new UsageFault("--offline asks nobody; it takes no --dns and no --zone.");
    const report = offline
      ? reportText(record!, domain)
      : await reportRecord(request, await tellingResolver(call, values, "lint"));
    if (call.stop.aborted) return FAILED;
    const linted = lintedJson(report, language);
    call.out.write(json ? jsonLine(linted) : lintedText(report, linted, language));
    return linted.result === "temperror" ? FAILED : OK;
  },
};

function requestOf(record: string | undefined, domain: string | undefined): BillRequest {
  const isDomain = domain === undefined || isCheckable(asciiName(domain));
  if (!isDomain || /[\s@:/]/.test(domain ?? ""))
    throw new UsageFault(`--domain takes a domain such as example.com, not "${domain}".`);
  if (record !== undefined) return { domain: domain ?? null, text: record };
  if (domain === undefined) throw new UsageFault("needs --record or --domain.");
  return { domain };
}
