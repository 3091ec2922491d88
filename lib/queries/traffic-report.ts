import type { SenderGroup } from "@/lib/spf/senders/sender";
import type { TrafficFinding } from "@/lib/spf/senders/traffic-findings";
import type { TimeRange } from "./range";

/** Who sent as a domain in a time, and how a draft of its record stands with them. */
export interface TrafficReport {
  domain: string;
  range: TimeRange;
  /** The published record as it is now, several (an error) joined by line feeds; null where there is none, or DNS gave no answer (`isPublishedKnown` false). */
  published: string | null;
  isPublishedKnown: boolean;
  draft: string;
  /** Those with most messages first. */
  groups: SenderGroup[];
  /** Messages looked at, the newest; `isAll` unless the time holds more. Clients not listed for being too many. */
  counted: number;
  isAll: boolean;
  unlistedClients: number;
  /** Messages that name no client, so that nothing can be said of them. */
  withoutClient: number;
  /** The oldest message stored at all, epoch ms; null where there is none. Later than the time's start: it is incomplete. */
  oldestStored: number | null;
  /** False where DNS left questions open, so that names, verdicts and roles may be missing. */
  isDnsComplete: boolean;
  /** Whether verdicts hang on macros of the sender or the HELO name, so that other messages of a client may end otherwise. */
  isByMessage: boolean;
  /** What is wrong between the draft and who sent, with the places in the draft. */
  findings: TrafficFinding[];
  /** The draft with all groups authorised that may be without asking. */
  suggested: string;
}
