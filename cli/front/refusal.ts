import type { IncomingMessage } from "node:http";
import { isRecords } from "./public-paths";
import { isBounce, isWhy } from "./why";

/** Bytes of a request's body, of a pasted bounce with its escapes, of a URL, and of one with a whole record in it. */
export const MAX_BODY = 64 * 1024;
export const MAX_BOUNCE = 1024 * 1024;
export const MAX_URL = 8 * 1024;
export const MAX_RECORDS_URL = 24 * 1024;

/** A request that goes no further: the answer's status and its one sentence. */
export interface Refusal {
  status: number;
  sentence: string;
}

/** How this site is reached in one request. */
export interface Site {
  hosts: string[];
  /** Whether a trusted proxy says that the request reached it over https. */
  proxySaysHttps: boolean;
  /** The origin in WHYSPF_URL. */
  url: string | null;
}

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Why a request is refused before anything looks at it; null where it is not. */
export function refusalOf({ method, url = "", headers }: IncomingMessage, site: Site): Refusal | null {
  if (url.length > (hasRecord(url) ? MAX_RECORDS_URL : MAX_URL))
    return { status: 414, sentence: "The address is too long." };
  if (!url.startsWith("/")) return { status: 400, sentence: "The address must be a path on this server." };
  // A why page's link is read whole, however mangled.
  if (!isWhy(url) && !isDecodable(url))
    return { status: 400, sentence: "The address has a % that stands for no character." };
  if (headers["transfer-encoding"] !== undefined)
    return { status: 411, sentence: "The request must say the length of its body." };
  const most = isBounce(url) ? MAX_BOUNCE : MAX_BODY;
  if (Number(headers["content-length"] ?? 0) > most)
    return { status: 413, sentence: `The request's body is larger than ${most / 1024} kB.` };
  if (READING.has(method!) || isOwn(headers, site) || isHarmless(url, headers)) return null;
  return { status: 403, sentence: "This request came from another site and was refused." };
}

/** Whether an address may have a whole record in it: the workbench's own, and that of the sign-in which leads back to it. */
function hasRecord(url: string): boolean {
  return isRecords(url) || url.startsWith("/sign-in?");
}

/**
 * Whether a form may come from a page that sends no referrer, whose browser then says "null" for its origin: one that
 * changes nothing but the sender's own language and theme, or that is only read.
 */
function isHarmless(url: string, { origin, "sec-fetch-site": site }: IncomingMessage["headers"]): boolean {
  const isSameSite = site === undefined || site === "same-origin";
  return origin === "null" && isSameSite && (isBounce(url) || url === "/preferences");
}

/** Next answers 500 to a path that cannot be decoded (RFC 3986 section 2.1). */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?")[0]!);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a writing request comes from a page of this site. A browser says so in Origin, or in Sec-Fetch-Site; a program
 * that says neither acts for nobody as long as it carries no cookie.
 */
function isOwn(headers: IncomingMessage["headers"], { hosts, proxySaysHttps, url }: Site): boolean {
  const { origin, cookie } = headers;
  const fetchSite = headers["sec-fetch-site"];
  // "none" is the user's own doing: an address typed, a bookmark.
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return false;
  if (origin === undefined) return fetchSite !== undefined || cookie === undefined;
  if (origin === url) return true;
  const { protocol, host } = URL.canParse(origin) ? new URL(origin) : { protocol: "", host: "" };
  if (protocol !== "https:" && (proxySaysHttps || protocol !== "http:")) return false;
  return hosts.some((own) => own.toLowerCase() === host);
}
