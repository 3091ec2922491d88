const SCHEME = /https?:\/\//gi;
const SPF_SITE = /(?:^|\.)(?:open-?spf\.(?:org|net|com)|spf\.pobox\.com)$/i;
const WHY_PATH = /\/(?:spf-?)?why(?:\.html?|\.php)?\/?(?:$|[?#])|^\/why\/[a-z-]{1,20}=/i;
const WHY_PARAMETER = /(?:[?&;]|\/why\/)(?:sender|id|identity|s|l|ip|ip-address)=/i;
const MAX_URLS = 20;

/**
 * The first URL in a reply that explains an SPF result, as the sender may open it; null if there is none. It is a
 * page of the old SPF sites, or a page called "why" that is given SPF's parameters.
 */
export function findWhyUrl(text: string): string | null {
  let seen = 0;
  for (const match of text.matchAll(SCHEME)) {
    if (seen++ === MAX_URLS) return null;
    const start = match.index;
    const end = endOfUrl(text, start);
    if (isWhy(text.slice(start + match[0].length, end))) return text.slice(start, end);
  }
  // Some checkers name the old site without a scheme.
  return /(?:^|[\s(<])(?:www\.)?open-?spf\.(?:org|net)\/why/i.test(text) ? schemeless(text) : null;
}

function schemeless(text: string): string {
  const start = text.search(/(?:www\.)?open-?spf\.(?:org|net)\/why/i);
  return `http://${text.slice(start, endOfUrl(text, start))}`;
}

function isWhy(url: string): boolean {
  const slash = url.indexOf("/");
  const host = (slash < 0 ? url : url.slice(0, slash)).replace(/:\d{1,5}$/, "");
  if (SPF_SITE.test(host)) return true;
  if (slash < 0) return false;
  const path = url.slice(slash);
  return WHY_PATH.test(path) && (/spf/i.test(host) || WHY_PARAMETER.test(path));
}

/** A URL ends at a blank that is outside quotes, less the marks of the sentence around it. */
function endOfUrl(text: string, from: number): number {
  let end = from;
  let quoted = false;
  const lastQuote = text.lastIndexOf('"');
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 34) quoted = !quoted && end < lastQuote;
    else if (code <= 32 && !quoted) break;
  }
  const open = text.indexOf("<", from);
  const marks = open >= 0 && open < end ? ".,)]" : ".,)]>";
  while (end > from && marks.includes(text[end - 1]!)) end--;
  return end;
}
