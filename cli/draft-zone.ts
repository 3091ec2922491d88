import type { AuthorityReport } from "@/lib/dns/authority-report";
import type { Resolver } from "@/lib/spf";
import type { Pasted } from "@/lib/spf/edit/read-pasted";
import { diffRecords, type RecordDiff } from "@/lib/spf/edit/record-diff";
import { type RecordSizes, recordSizes } from "@/lib/spf/edit/record-sizes";
import { bindRecord } from "@/lib/spf/publish/bind-record";
import { type LiveState, liveState } from "@/lib/spf/publish/live";
import { allPair } from "@/lib/spf/publish/pair";
import { type PublishPlan, publishPlan } from "@/lib/spf/publish/plan";
import { spfTexts } from "@/lib/spf/publish/spf-texts";
import { lookUpPublished, type Published } from "@/lib/spf/published";
import { type RecordReport, reportRecord } from "@/lib/spf/record-report";
import { readArguments, readLanguage, readNumber } from "./arguments";
import type { Call } from "./command";
import { readAuthorityCheck } from "./draft-check";
import { checkableDomain, DRAFT_OPTIONS, readDomain, readNeededDraft, refuseWords } from "./draft-options";
import { zoneJson, zoneText } from "./draft-zone-text";
import { FAILED, OK, UsageFault } from "./fault";
import { jsonLine } from "./json-line";
import { tellingResolver } from "./telling-resolver";

const OPTIONS = {
  ...DRAFT_OPTIONS,
  ttl: { type: "string" },
  check: { type: "boolean" },
  authority: { type: "string" },
} as const;

const TTL = 3600;
const LONGEST_TTL = 604_800;

/** All that is found out about a draft that is to be published; `diff` null where what is published is not one record or none. */
export interface DraftedZone {
  domain: string;
  pasted: Pasted;
  published: Published;
  report: RecordReport;
  sizes: RecordSizes;
  diff: RecordDiff | null;
  ttl: number;
  plan: PublishPlan | null;
  authority: AuthorityReport | null;
  live: LiveState | null;
}

/** `whyspf draft zone`. */
export async function draftZone(call: Call): Promise<number> {
  const { values, positionals } = readArguments(call.args, OPTIONS);
  refuseWords(positionals);
  const language = readLanguage(values.language, call.config.language);
  const ttl = readNumber("ttl", values.ttl, 1, LONGEST_TTL) ?? TTL;
  const named = values.domain === undefined ? null : readDomain(values.domain);
  const resolver = await tellingResolver(call, values, "draft");
  const check = readAuthorityCheck(values, call);
  const pasted = await readNeededDraft(values, call);
  const domain = named ?? (pasted.domain === null ? null : checkableDomain(pasted.domain));
  if (domain === null) throw new UsageFault("needs --domain, since the text names none.");
  const drafted = await workOut(domain, pasted, ttl, resolver, check);
  if (call.stop.aborted) return FAILED;
  call.out.write(values.json ? jsonLine(zoneJson(drafted, language)) : zoneText(drafted, language));
  return isAnswered(drafted) ? OK : FAILED;
}

async function workOut(
  domain: string,
  pasted: Pasted,
  ttl: number,
  resolver: Resolver,
  check: ReturnType<typeof readAuthorityCheck>,
): Promise<DraftedZone> {
  const { record } = pasted;
  const authority = check === null ? null : await check(domain);
  const published = await lookUpPublished(domain, resolver);
  const known = published.status !== "error" && published.status !== "several";
  const live = authority && liveState(authority, record, published.text);
  const others = published.txt.filter((strings) => spfTexts([strings]).length === 0);
  return {
    ...{ domain, pasted, published, ttl, authority, live },
    report: await reportRecord({ domain, text: record }, resolver),
    sizes: recordSizes(record, { domain, others: published.status === "error" ? null : others }),
    diff: known ? diffRecords(published.text, record) : null,
    plan: publishPlan({
      now: Date.now(),
      publishedTtl: live?.ttl ?? published.ttl,
      ttl,
      published: published.text,
      draft: record,
      all: null,
    }),
  };
}

function isAnswered({ published, live }: DraftedZone): boolean {
  return published.status !== "error" && live?.kind !== "unanswered";
}

/** The lines for a zone file with each end that a draft may have; null for what none can hold. */
export function publishable({ domain, pasted: { record }, ttl }: DraftedZone) {
  return { zone: bindRecord(domain, record, ttl), pair: allPair(domain, record, ttl) };
}
