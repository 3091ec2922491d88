import { linkLineAt } from "./link-line";
import { readWhyUrl } from "./read-url";
import type { WhyRequest } from "./request";

/** A link to a why page in a text, what it asks, and where it starts. */
export interface FoundUrl {
  url: string;
  request: WhyRequest;
  at: number;
}

const START = /https?:\/\/|(?<![\w.@/-])(?:www\.)?open-?spf\.(?:org|net)\/|(?<![\w.@/-])spf\.pobox\.com\//gi;
const SPF_SITE = /^(?:[\w-]{1,63}\.)?(?:open-?spf\.(?:org|net|com)|spf\.pobox\.com)$/i;
const WHY_PATH = /\/(?:spf-?)?why(?:\.html?|\.php)?\/?$|\/why\/[a-z-]{1,16}=/i;
const MOST = 200;
const REACH = 4_096;

/** The first link to a why page that tells a sender or an address, else the first at all; null where there is none. */
export function findWhyLink(text: string): FoundUrl | null {
  let bare: FoundUrl | null = null;
  let seen = 0;
  for (const match of text.matchAll(START)) {
    if (seen++ === MOST) break;
    const slice = text.slice(match.index, match.index + REACH);
    const url = linkLineAt(slice, 0).link.replace(/[>.,)"'\]]{1,9}$/, "");
    const request = readWhyUrl(slice);
    if (!isWhy(url, request)) continue;
    const found = { url, request, at: match.index };
    if (request.ip !== null || request.sender !== null || request.helo !== null) return found;
    bare ??= found;
  }
  return bare;
}

function isWhy(url: string, { ip, sender, helo }: WhyRequest): boolean {
  const [, host = "", path = ""] = /^(?:https?:\/\/)?([^/?#]{0,255})([^?#]{0,2000})/i.exec(url)!;
  if (SPF_SITE.test(host)) return true;
  const tells = sender !== null || helo !== null;
  return (ip !== null && tells) || (WHY_PATH.test(path) && (ip !== null || tells));
}
