import { ACTIONS } from "@/lib/logs/fact";
import { checkedDomain, type Message } from "@/lib/logs/message";
import { SPF_RESULTS } from "@/lib/spf";

const HOUR = 3_600_000;
const DAY = 86_400_000;

/** The result's place in HourCount and DayCount where the log states none. */
export const NOT_LOGGED = SPF_RESULTS.length;
/** The action of a message that was accepted while its filter was down. */
export const ACCEPTED_UNCHECKED = ACTIONS.length;
/** The action of a message that was accepted and marked for at least one recipient. */
export const ACCEPTED_TAGGED = ACTIONS.length + 1;
/** The action of a transaction that was broken off before the message was complete. */
export const BROKEN_OFF = ACTIONS.length + 2;

/** What a message adds to the rollups. */
export interface Contribution {
  hour: number;
  day: number;
  host: string;
  domain: string | null;
  result: number;
  action: number;
}

/** How a message of this checked domain counts. */
export function contributionOf(message: Message, domain = checkedDomain(message)): Contribution {
  return {
    hour: Math.floor(message.time / HOUR),
    day: Math.floor(message.time / DAY),
    host: message.host,
    domain,
    result: message.result === null ? NOT_LOGGED : SPF_RESULTS.indexOf(message.result),
    action: fateOf(message),
  };
}

function wasTried(message: Message): boolean {
  return message.recipients.some((recipient) => recipient.status !== null);
}

/** What became of a message, as Message.fate and the rollups number it. */
export function fateOf(message: Message): number {
  if (message.action !== "accept") return ACTIONS.indexOf(message.action);
  if (message.aborted && !wasTried(message)) return BROKEN_OFF;
  if (message.unchecked) return ACCEPTED_UNCHECKED;
  return message.recipients.some((recipient) => recipient.tagged) ? ACCEPTED_TAGGED : 0;
}

/** Whether two contributions change nothing between them. */
export function sameContribution(a: Contribution | null, b: Contribution | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.hour === b.hour &&
    a.day === b.day &&
    a.host === b.host &&
    a.domain === b.domain &&
    a.result === b.result &&
    a.action === b.action
  );
}
