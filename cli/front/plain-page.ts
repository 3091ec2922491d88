import type { ServerResponse } from "node:http";

/** A page is some 60 kB; what grows beyond this is none of ours. */
const LONGEST = 4 * 1024 * 1024;
const SCRIPTS = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const PRELOADS = /<link\b(?=[^>]*\b(?:as="script"|rel="modulepreload"))[^>]*>/g;

/** A page without its scripts and what would load them early; text in it has its "<" escaped, so none is met there. */
export function withoutScripts(html: string): string {
  return html.replace(SCRIPTS, "").replace(PRELOADS, "");
}

/**
 * A response that holds a page back until it is whole, takes its scripts out and says that none may run: the page works
 * without, and whoever opens it loads nothing that it does not need. A page that asks its visitor to wait (its meta
 * element retry-after, seconds) has status 429, which no page of Next can say itself.
 */
export function plainPage(response: ServerResponse, vary: string): ServerResponse {
  const chunks: Buffer[] = [];
  let length = 0;
  const keep = (chunk: unknown, encoding: unknown) => {
    if (chunk === undefined || chunk === null || typeof chunk === "function") return;
    const bytes = Buffer.isBuffer(chunk)
      ? chunk
      : typeof chunk === "string"
        ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
        : Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length <= LONGEST) chunks.push(bytes);
  };
  const { end, writeHead } = response;
  const later = (given: unknown[]) => {
    const callback = given.findLast((one) => typeof one === "function") as (() => void) | undefined;
    if (callback) setImmediate(callback);
  };
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0]);
    later(rest);
    return true;
  }) as ServerResponse["write"];
  response.end = ((...given: unknown[]) => {
    keep(given[0], given[1]);
    const whole = Buffer.concat(chunks);
    const [, seconds] = /<meta name="retry-after" content="(\d{1,5})"/.exec(whole.toString("utf8")) ?? [];
    if (seconds !== undefined) {
      response.statusCode = 429;
      response.setHeader("Retry-After", seconds);
    }
    const isPage = String(response.getHeader("content-type") ?? "").startsWith("text/html");
    const body = isPage ? Buffer.from(withoutScripts(whole.toString("utf8"))) : whole;
    response.removeHeader("link");
    response.removeHeader("transfer-encoding");
    response.setHeader("Vary", vary);
    response.setHeader("Content-Length", body.length);
    response.setHeader("Content-Security-Policy", withoutScriptSource(response));
    response.writeHead = writeHead;
    end.call(response, body, "utf8");
    later(given);
    return response;
  }) as ServerResponse["end"];
  // Nothing goes out before the whole is there.
  response.flushHeaders = () => {};
  response.writeHead = ((status: number, ...given: unknown[]) => {
    response.statusCode = status;
    const headers = given.findLast((one) => typeof one === "object" && one !== null) ?? {};
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string);
    return response;
  }) as ServerResponse["writeHead"];
  return response;
}

function withoutScriptSource(response: ServerResponse): string {
  return String(response.getHeader("content-security-policy") ?? "").replace(
    /script-src [^;]*/,
    "script-src 'none'",
  );
}
