import { openReader } from "@/lib/db/reader";
import { askReader } from "@/lib/queries/ask";
import { replay } from "@/lib/queries/replay";
import type { ReplayReport } from "@/lib/queries/replay-report";
import type { Resolver } from "@/lib/spf";
import { SPF_RESULTS } from "@/lib/spf/result";
import { readArguments, readLanguage } from "./arguments";
import type { Call } from "./command";
import { count } from "./draft-instants";
import { DRAFT_OPTIONS, readDomain, readNeededDraft, refuseWords } from "./draft-options";
import { PERIOD_OPTIONS, type Period, rangeOf, readPeriod } from "./draft-period";
import { replayText, unansweredOf } from "./draft-replay-text";
import { FAILED, OK } from "./fault";
import { jsonLine } from "./json-line";
import { tellingResolver } from "./telling-resolver";
import { TerminalLine } from "./terminal-line";

const OPTIONS = { ...DRAFT_OPTIONS, ...PERIOD_OPTIONS } as const;

/** `whyspf draft replay`. */
export async function draftReplay(call: Call): Promise<number> {
  const { values, positionals } = readArguments(call.args, OPTIONS);
  refuseWords(positionals);
  const language = readLanguage(values.language, call.config.language);
  const domain = readDomain(values.domain);
  const period = readPeriod(values);
  const resolver = await tellingResolver(call, values, "draft");
  const draft = (await readNeededDraft(values, call)).record;
  const report = await replayed(call, resolver, { domain, draft, period });
  if (report === null) return FAILED;
  call.out.write(values.json ? jsonLine({ ...report, results: SPF_RESULTS }) : replayText(report, language));
  return unansweredOf(report) > 0 || !report.isPublishedKnown ? FAILED : OK;
}

/** The report; null where the command was stopped. */
async function replayed(
  { config, err, stop }: Call,
  resolver: Resolver,
  { domain, draft, period }: { domain: string; draft: string; period: Period },
): Promise<ReplayReport | null> {
  const line = new TerminalLine(err);
  const reader = await openReader(config.databaseUrl);
  try {
    const order = { domain, draft, range: await rangeOf(period, reader), clock: Date.now };
    const steps = replay(askReader(reader), resolver, order, stop);
    for (;;) {
      const step = await steps.next();
      if (stop.aborted) return null;
      if (step.done) return step.value;
      const { messages, total } = step.value;
      line.show(`${domain}: ${count(messages)}${total === null ? "" : ` / ${count(total)}`}`);
    }
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  } finally {
    line.clear();
    await reader.$disconnect();
  }
}
