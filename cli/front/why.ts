import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { plainPage } from "./plain-page";

/**
 * The path of a why page in any form that was ever printed: `/why`, `/Why/`, `/why.html`, `/why/id=…;ip=…`, with what a
 * sentence puts behind it (`/why.`), escaped or not.
 */
const WHY = /^\/+why(?:\.(?:html?|php))?(?![\w-])/i;
/** A living copy of the page has it at the root; the overview takes none of these parameters (but `sender`). */
const ROOT = /^\/\?(?:[^#]{0,4000}[?&;])?(?:id|identity|ip|ip-address)=/i;
/** Where a pasted bounce is sent. */
const BOUNCE = /^\/why\/bounce$/;

/** Whether a request is for the why page, which everyone may open. */
export function isWhy(url: string): boolean {
  return WHY.test(url) || ROOT.test(url);
}

/** Whether a request brings a bounce, which may be longer than a form. */
export function isBounce(url: string): boolean {
  return BOUNCE.test(url);
}

/** What the answer hangs on. */
const VARY = "Accept, Accept-Language, Cookie";

type Form = "html" | "json" | "text";

/**
 * Leads a request for the why page to it: the link as it came goes along in x-whyspf-target (base64url), since it may be
 * of a form that no router knows. A browser gets the page, without any script; who accepts JSON or plain text before
 * HTML, or asks for headers only, gets the answer in that form.
 */
export function sendToWhy(request: IncomingMessage, response: ServerResponse, pages: RequestListener): void {
  const { method, headers, url = "" } = request;
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("X-Robots-Tag", "noindex, nofollow");
  response.setHeader("Cache-Control", "no-store");
  // Parts of a page that a script would load would not be the page.
  for (const name of Object.keys(headers)) if (/^(?:rsc|next-.*)$/.test(name)) delete headers[name];
  if (method === "POST" && isBounce(url)) return pages(request, response);
  if (method !== "GET" && method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD", "Content-Type": "text/plain; charset=utf-8" });
    response.end("This page can only be read.\n");
    return;
  }
  const form = formOf(headers.accept);
  response.setHeader("Vary", VARY);
  headers["x-whyspf-target"] = Buffer.from(url, "latin1").toString("base64url");
  if (form !== "html" || method === "HEAD") {
    request.url = `/why/answer?form=${form}`;
    return pages(request, response);
  }
  request.url = "/why";
  // The page is read before it is sent; what carries it is not to pack it.
  delete headers["accept-encoding"];
  pages(request, plainPage(response, VARY));
}

/** The form that is accepted most; HTML where nothing is said, and among equals. */
export function formOf(accept: string | undefined): Form {
  const wanted: Record<string, Form> = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
    "text/plain": "text",
  };
  let best: { form: Form; weight: number } = { form: "html", weight: 0 };
  for (const part of (accept ?? "").slice(0, 1000).split(",")) {
    const [type = "", ...parameters] = part.toLowerCase().split(";");
    const form = wanted[type.trim()];
    const q = parameters.map((text) => /^\s*q=([\d.]{1,5})\s*$/.exec(text)?.[1]).find(Boolean);
    const weight = q === undefined ? 1 : Number(q);
    const isBetter = weight > best.weight || (weight === best.weight && form === "html");
    if (form !== undefined && weight > 0 && isBetter) best = { form, weight };
  }
  return best.form;
}
