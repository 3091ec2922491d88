import { messageHref } from "@/components/ui/view";
import type { Hit } from "@/lib/queries/search";

/** Where a hit leads: to its own page, or to all records narrowed down to it. */
export function hitHref(hit: Hit): string {
  if (hit.kind === "message") return messageHref(hit.host, hit.queueId);
  const name = encodeURIComponent(hit.name);
  if (hit.kind === "domain" || hit.kind === "client") return `/${hit.kind}s/${name}`;
  if (hit.kind === "network") return `/?client=${name}`;
  return `/messages?range=all&${hit.kind}=${name}`;
}
