import { parseRecord } from "../parse";
import { endsInFail, softened } from "./softened";
import { isSameText } from "./spf-texts";

/** What is done in a step of a careful change. */
export type StepKind =
  | "lower-ttl"
  | "wait-old"
  | "publish"
  | "publish-softly"
  | "check"
  | "wait-new"
  | "watch"
  | "harden"
  | "set-ttl";

/** One step. `record` is what to publish in it, `seconds` how long it takes; null where it is nothing. */
export interface PlanStep {
  kind: StepKind;
  record: { text: string; ttl: number } | null;
  seconds: number | null;
  /** Epoch ms: when it can begin at the earliest, if all before it is done without delay. */
  from: number;
}

/** The way back: the record to publish again, null for none, and for how many seconds others may still see the new one, while its TTL is low and once it is raised. */
export interface Rollback {
  record: { text: string; ttl: number } | null;
  seconds: number;
  secondsLater: number;
}

/** A careful change in steps; none where nothing changes. */
export interface PublishPlan {
  steps: PlanStep[];
  rollback: Rollback;
}

/**
 * What a plan is made from; TTLs in seconds. `published` is null where nothing is, or several records are. `publishedTtl`
 * is that of all TXT records at the name, null where it is not known: it is that of the authoritative servers, of which a
 * resolver tells only what is left.
 */
export interface PlanRequest {
  now: number;
  publishedTtl: number | null;
  ttl: number;
  published: string | null;
  draft: string;
}

/** The TTL while things change. */
const LOW_TTL = 300;
/** What is taken for a TTL that is not known: few are longer. */
const UNKNOWN_TTL = 86_400;
const DAY = 86_400;
/** Long enough for what sends weekly. */
const WATCH_SOFT = 14 * DAY;

type Draft = Omit<PlanStep, "from">;

/** The steps that bring a draft out without losing mail, and the way back; null for a draft that is no valid record. */
export function publishPlan(request: PlanRequest): PublishPlan | null {
  const { now, publishedTtl, ttl, published, draft } = request;
  if (parseRecord(draft).problems.length > 0) return null;
  const old = publishedTtl ?? (published === null ? 0 : UNKNOWN_TTL);
  const low = Math.min(LOW_TTL, ttl);
  const steps =
    published !== null && isSameText(draft, published)
      ? unchanged(draft, publishedTtl, ttl)
      : changed(draft, published, old, low, ttl);
  const rollback = {
    record: published === null ? null : { text: published, ttl: low },
    seconds: low,
    secondsLater: ttl,
  };
  return { steps: timed(steps, now), rollback };
}

function unchanged(text: string, publishedTtl: number | null, ttl: number): Draft[] {
  if (publishedTtl === null || publishedTtl === ttl) return [];
  return [{ kind: "set-ttl", record: { text, ttl }, seconds: null }];
}

function changed(draft: string, published: string | null, old: number, low: number, ttl: number): Draft[] {
  const steps: Draft[] = [];
  const publish = (kind: StepKind, text: string) =>
    steps.push(
      { kind, record: { text, ttl: low }, seconds: null },
      { kind: "check", record: null, seconds: null },
    );
  const spend = (kind: StepKind, seconds: number) => {
    if (seconds > 0) steps.push({ kind, record: null, seconds });
  };
  if (published !== null && old > LOW_TTL) {
    publish("lower-ttl", published);
    spend("wait-old", old);
  }
  const soft = published === null || !endsInFail(published) ? softened(draft) : null;
  const isSoftOut = soft !== null && published !== null && isSameText(soft, published);
  if (!isSoftOut) {
    publish(soft === null ? "publish" : "publish-softly", soft ?? draft);
    spend("wait-new", published === null ? old : Math.min(old, LOW_TTL));
  }
  spend("watch", soft === null ? DAY : WATCH_SOFT);
  if (soft !== null) {
    publish("harden", draft);
    spend("wait-new", low);
    spend("watch", DAY);
  }
  if (ttl > low) steps.push({ kind: "set-ttl", record: { text: draft, ttl }, seconds: null });
  return steps;
}

function timed(steps: Draft[], now: number): PlanStep[] {
  let from = now;
  return steps.map((step) => {
    const begun = { ...step, from };
    from += (step.seconds ?? 0) * 1000;
    return begun;
  });
}
