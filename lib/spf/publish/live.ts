import type { AuthorityAnswer, AuthorityReport } from "./authority-report";
import { type LiveFinding, liveFindings } from "./live-findings";
import { softened } from "./softened";
import { isSameText, spfTexts } from "./spf-texts";

/** What a server has of a change: the draft, what was published before it, the draft with ~all in place of its -all, another SPF record, several, or none at all. */
export type Holding = "draft" | "published" | "softly" | "other" | "several" | "none";

/**
 * How far a change has come: on all servers that answer, on all with ~all in place of -all, on some, on none, where another text than either is, where a
 * server has several records (a permerror), or where nobody answered.
 */
export type LiveKind = "everywhere" | "softly" | "partly" | "not-yet" | "other" | "several" | "unanswered";

/** One authoritative server in the light of a change; `holds` is null where it gave no answer. */
export interface LiveServer {
  answer: AuthorityAnswer;
  /** Its SPF records. */
  texts: string[];
  holds: Holding | null;
}

/** Whether a draft is live, server by server. */
export interface LiveState {
  kind: LiveKind;
  report: AuthorityReport;
  servers: LiveServer[];
  /** How many servers have the draft, or where none has, the draft with ~all; how many answered, and how many did not or could not be asked. */
  have: number;
  answered: number;
  silent: number;
  /** What the resolver of this site still says, and for how many seconds; null where it gave no answer. */
  resolver: { texts: string[]; holds: Holding; ttl: number | null } | null;
  /** The longest TTL of the answers, in seconds; null where none is known. */
  ttl: number | null;
  findings: LiveFinding[];
}

/** Holds what the authoritative servers say against a draft and what was published when it was begun, null for nothing. */
export function liveState(report: AuthorityReport, draft: string, published: string | null): LiveState {
  const holding = (texts: string[]) => holdingOf(texts, draft, published);
  const servers = report.servers.map((answer): LiveServer => {
    const texts = spfTexts(answer.txt);
    return { answer, texts, holds: answer.status === "answered" ? holding(texts) : null };
  });
  const held = servers.flatMap(({ holds }) => holds ?? []);
  const ttls = servers.flatMap(({ answer }) => answer.ttl ?? []);
  const resolved = report.resolver && spfTexts(report.resolver.txt);
  return {
    kind: kindOf(held, published === null ? "none" : "published"),
    report,
    servers,
    have: held.filter((holds) => holds === (held.includes("draft") ? "draft" : "softly")).length,
    answered: held.length,
    silent: servers.length - held.length,
    resolver: resolved && { texts: resolved, holds: holding(resolved), ttl: report.resolver!.ttl },
    ttl: ttls.length === 0 ? null : Math.max(...ttls),
    findings: liveFindings(report),
  };
}

function kindOf(held: Holding[], before: Holding): LiveKind {
  if (held.length === 0) return "unanswered";
  if (held.includes("several")) return "several";
  if (held.every((holds) => holds === "draft")) return "everywhere";
  if (held.every((holds) => holds === "softly")) return "softly";
  if (held.includes("draft") || held.includes("softly")) return "partly";
  const isAsBefore = held.every((holds) => holds === before) || held.every((holds) => holds === "none");
  return isAsBefore ? "not-yet" : "other";
}

function holdingOf(texts: string[], draft: string, published: string | null): Holding {
  if (texts.length !== 1) return texts.length === 0 ? "none" : "several";
  if (isSameText(texts[0]!, draft)) return "draft";
  // Before what was published, for that is what it is once this step is done.
  const soft = softened(draft);
  if (soft !== null && isSameText(texts[0]!, soft)) return "softly";
  return published !== null && isSameText(texts[0]!, published) ? "published" : "other";
}
