import type { AuthorityReport } from "@/lib/dns/authority-report";
import type { Resolver } from "@/lib/spf";
import type { Pasted } from "@/lib/spf/edit/read-pasted";
import { diffRecords, type RecordDiff } from "@/lib/spf/edit/record-diff";
import { type RecordSizes, recordSizes } from "@/lib/spf/edit/record-sizes";
import { bindRecord } from "@/lib/spf/publish/bind-record";
import { type LiveState, liveState } from "@/lib/spf/publish/live";
import { allPair } from "@/lib/spf/publish/pair";
import { type PublishPlan, publishPlan } from "@/lib/spf/publish/plan";
import { lookUpPublished, type Published } from "@/lib/spf/published";
import { type RecordReport, reportRecord } from "@/lib/spf/record-report";
import type { readAuthorityCheck } from "./draft-check";

/** All that is found out about a draft that is to be published; `diff` null where what is published is not one record or none, `plan` where it is not known, or the draft has an error. */
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

/** Finds out all that is to be told of a draft; `check` null leaves the authoritative servers alone. */
export async function draftedZone(
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
  return {
    ...{ domain, pasted, published, ttl, authority, live },
    report: await reportRecord({ domain, text: record }, resolver),
    sizes: recordSizes(record, { domain, published: published.status === "error" ? null : published.txt }),
    diff: known ? diffRecords(published.text, record) : null,
    plan:
      published.status === "error"
        ? null
        : publishPlan({
            now: Date.now(),
            publishedTtl: live?.ttl ?? published.ttl,
            ttl,
            published: published.text,
            draft: record,
          }),
  };
}

/** The lines for a zone file with each end that a draft may have; null for what none can hold. */
export function publishable({ domain, pasted: { record }, ttl }: DraftedZone) {
  return { zone: bindRecord(domain, record, ttl), pair: allPair(domain, record, ttl) };
}
