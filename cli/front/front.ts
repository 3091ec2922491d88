import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Network } from "@/lib/net/network";
import { clientOf } from "./client";
import type { Gate } from "./gate";
import { contentPolicy, HEADERS } from "./policy";
import { isPublic, isRecords } from "./public-paths";
import { type Refusal, refusalOf, type Site } from "./refusal";
import { isWhy, sendToWhy } from "./why";

/** What the front must know of its surroundings. */
export interface FrontOptions {
  trustedProxies: Network[];
  url: string | null;
  /** Whether strangers may use the record workbench, without anything of the logs. */
  publicRecords: boolean;
  gate: Gate;
}

/** Names that only this front, or the pages' own server, may give a meaning to. */
const OURS =
  /^(?:forwarded|x-forwarded-.*|x-real-ip|x-whyspf-.*|x-middleware-.*|x-invoke-.*|content-security-policy.*)$/;

/** The workbench has a whole record in its address. */
const MAX_PATH = 16_000;

/**
 * What stands between the network and the pages. Strangers get no further than what is public; whatever a client says of itself is taken out, and what is known of it
 * put in (x-whyspf-client, x-whyspf-path, x-forwarded-proto, the policy with its nonce).
 */
export function front(
  pages: RequestListener,
  { trustedProxies, url, publicRecords, gate }: FrontOptions,
): (...given: Parameters<RequestListener>) => Promise<void> {
  return async (request, response) => {
    const { headers } = request;
    const { address, viaProxy } = clientOf(request.socket.remoteAddress, headers, trustedProxies);
    const site = siteOf(headers, viaProxy, url);
    const policy = contentPolicy(randomBytes(16).toString("base64"));
    for (const name of Object.keys(headers)) if (OURS.test(name)) delete headers[name];
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", policy);
    const refusal = refusalOf(request, site);
    if (refusal !== null) return refuse(request, response, refusal);
    headers["content-security-policy"] = policy;
    headers["x-whyspf-client"] = address;
    headers["x-whyspf-path"] = pathOf(request.url!);
    const isHttps = site.proxySaysHttps || url?.startsWith("https:");
    headers["x-forwarded-proto"] = isHttps ? "https" : "http";
    if (isWhy(request.url!)) sendToWhy(request, response, pages);
    else if (isOpen(request.url!, publicRecords) || (await gate(headers))) pages(request, response);
    else sendAway(request, response);
  };
}

function isOpen(url: string, publicRecords: boolean): boolean {
  return isPublic(url) || (publicRecords && isRecords(url));
}

/** A stranger is led to the sign-in, and from there back; a program is told by status 401. */
function sendAway({ method, url = "", headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Cache-Control", "no-store");
  if (url.startsWith("/api/")) {
    response.writeHead(401, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ error: "Sign in first." }));
    return;
  }
  const path = headers["x-whyspf-path"] as string;
  const isAsked = (method === "GET" || method === "HEAD") && path !== "/";
  response.writeHead(303, { Location: isAsked ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in" });
  response.end();
}

function siteOf(headers: IncomingHttpHeaders, viaProxy: boolean, url: string | null): Site {
  const said = (name: string) => (viaProxy ? String(headers[name] ?? "").trim() : "");
  const hosts = [headers.host ?? "", said("x-forwarded-host"), url === null ? "" : new URL(url).host];
  const proto = said("x-forwarded-proto").split(",").pop()!.trim().toLowerCase();
  return { hosts: hosts.filter((host) => host !== ""), proxySaysHttps: proto === "https", url };
}

/** Path and query as the address bar shows them; a page loaded by script adds a parameter of its own. */
function pathOf(url: string): string {
  const path = url.replace(/([?&])_rsc=[^&]*&?/, "$1").replace(/[?&]$/, "");
  return path.length > MAX_PATH ? "/" : path;
}

function refuse(request: IncomingMessage, response: ServerResponse, { status, sentence }: Refusal): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
  response.end(`${sentence}\n`);
  // The rest of what was being sent is of no use.
  request.resume();
}
