import { withoutTerm, withTerm } from "../edit/edits";
import { addressTerms } from "./address-terms";
import { senderTerms } from "./groups";
import type { SenderGroup } from "./sender";

/**
 * The draft with a group authorised by its own terms, or without them. Terms that authorise others besides (a wider
 * network, another include) stay, and may go on to authorise it.
 */
export function withGroup(draft: string, group: SenderGroup, isOn: boolean): string {
  if (isOn) return group.terms.reduce(withTerm, draft);
  return ownTerms(group).reduce(withoutTerm, draft);
}

/** Every term that is of this group alone, in whatever way it was authorised. */
function ownTerms({ terms, senders, wholeNetwork }: SenderGroup): string[] {
  const ips = senders.map(({ ip }) => ip);
  const each = [...addressTerms(ips), ...ips.flatMap((ip) => addressTerms([ip]))];
  const whole = wholeNetwork === null ? [] : [wholeNetwork];
  return [...new Set([...terms, ...senderTerms(senders), ...each, ...whole])];
}
