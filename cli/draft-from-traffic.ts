import { openReader } from "@/lib/db/reader";
import { askReader } from "@/lib/queries/ask";
import { domainTraffic } from "@/lib/queries/traffic";
import type { TrafficReport } from "@/lib/queries/traffic-report";
import type { Resolver } from "@/lib/spf";
import { bindRecord } from "@/lib/spf/publish/bind-record";
import { USUAL_TTL } from "@/lib/spf/publish/ttl";
import { readArguments, readLanguage } from "./arguments";
import type { Call } from "./command";
import { DRAFT_OPTIONS, readDomain, readDraft, refuseWords } from "./draft-options";
import { PERIOD_OPTIONS, type Period, rangeOf, readPeriod } from "./draft-period";
import { trafficText } from "./draft-traffic-text";
import { FAILED, OK } from "./fault";
import { jsonLine } from "./json-line";
import { tellingResolver } from "./telling-resolver";
import { TerminalLine } from "./terminal-line";

const OPTIONS = { ...DRAFT_OPTIONS, ...PERIOD_OPTIONS } as const;

/** `whyspf draft from-traffic`. */
export async function draftFromTraffic(call: Call): Promise<number> {
  const { values, positionals } = readArguments(call.args, OPTIONS);
  refuseWords(positionals);
  const language = readLanguage(values.language, call.config.language);
  const domain = readDomain(values.domain);
  const period = readPeriod(values);
  const resolver = await tellingResolver(call, values, "draft");
  const pasted = await readDraft(values, call);
  const report = await reportOn(call, resolver, { domain, period, draft: pasted?.record ?? null });
  if (report === null || call.stop.aborted) return FAILED;
  const { suggested } = report;
  const zoneLines = suggested === "" ? null : (bindRecord(domain, suggested, USUAL_TTL)?.lines ?? null);
  call.out.write(
    values.json ? jsonLine({ ...report, zoneLines }) : trafficText(report, zoneLines ?? [], language),
  );
  return report.isPublishedKnown ? OK : FAILED;
}

/** The report; null where the command was stopped. */
async function reportOn(
  { config, err, stop }: Call,
  resolver: Resolver,
  { domain, period, draft }: { domain: string; period: Period; draft: string | null },
): Promise<TrafficReport | null> {
  const line = new TerminalLine(err);
  const reader = await openReader(config.databaseUrl);
  try {
    line.show(`${domain}: …`);
    const range = await rangeOf(period, reader);
    const question = { ask: askReader(reader), resolver, domain, range, draft };
    return await domainTraffic({ ...question, clock: Date.now, signal: stop });
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  } finally {
    line.clear();
    await reader.$disconnect();
  }
}
