import type { RequestListener } from "node:http";
import { describe, expect, test } from "vitest";
import { askFront } from "./ask-front.fixture";
import { withoutScripts } from "./plain-page";
import { formOf, isWhy } from "./why";

/** Asks a front that lets nobody in. */
function ask(pages: RequestListener, path: string, headers: Record<string, string> = {}, method = "GET") {
  const options = { trustedProxies: [], url: null, publicRecords: true, gate: async () => false };
  return askFront(pages, options, path, { headers, method });
}

/** Pages that tell what reached them. */
const echo: RequestListener = ({ url, method, headers }, response) => {
  const target = Buffer.from(String(headers["x-whyspf-target"] ?? ""), "base64url").toString("latin1");
  const seen = { url, method, target, rsc: headers.rsc ?? null };
  response.setHeader("X-Seen", JSON.stringify(seen));
  response.end(JSON.stringify(seen));
};

const HTML = { Accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8" };

describe("a request for the why page", () => {
  test.each([
    "/why",
    "/Why?s=mfrom;id=a@b.example;ip=192.0.2.1;r=mx.example",
    "/Why/?sender=a%40b.example&ip=::1",
    "/why.html?sender=%zz&ip=1",
    "/WHY.HTM",
    "/why/id=a%2Fb@d.example;ip=192.0.2.1",
    "/why;s=mfrom",
    "/why/../messages",
    "/why/%2e%2e/messages",
    "//why?id=x",
    "/why/answer?form=json",
    ...["/why.", "/why,", "/why)", "/Why:", "/why>", "/why.html)", "/why.php?id=x", "/why%3Fid=x"],
    "/Why%20:%20Reason:%20mechanism",
    "/?id=a@b.example&ip=192.0.2.1",
    "/?v=1;s=mfrom;identity=a@b.example;ip-address=192.0.2.1",
  ])("%s comes to the page as it was, for strangers too", async (path) => {
    const { body } = await ask(echo, path, { ...HTML, RSC: "1" });
    expect(JSON.parse(body)).toEqual({ url: "/why", method: "GET", target: path, rsc: null });
  });

  test.each([
    [{ Accept: "application/json" }, "GET", "/why/answer?form=json"],
    [{ Accept: "text/plain" }, "GET", "/why/answer?form=text"],
    [{ Accept: "application/json;q=0.5, text/plain;q=0.7" }, "GET", "/why/answer?form=text"],
    [HTML, "HEAD", "/why/answer?form=html"],
  ])("by %j and %s goes to %s", async (headers, method, url) => {
    const { headers: answered } = await ask(echo, "/why?id=x", headers, method);
    expect(JSON.parse(String(answered["x-seen"]))).toMatchObject({ url, target: "/why?id=x" });
  });

  test("is not kept, not indexed, and sends no referrer", async () => {
    const { headers } = await ask(echo, "/why", HTML);
    expect(headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "cache-control": "no-store",
    });
    expect(headers["content-security-policy"]).toContain("script-src 'none'");
  });

  test.each(["PUT", "DELETE", "POST"])("by %s is refused", async (method) => {
    expect((await ask(echo, "/why", {}, method)).status).toBe(405);
  });

  test("with a bounce reaches what reads bounces", async () => {
    expect(JSON.parse((await ask(echo, "/why/bounce", {}, "POST")).body)).toMatchObject({
      url: "/why/bounce",
    });
  });

  test.each([
    "/",
    "/?range=1y&client=192.0.2.1",
    "/?domain=b.example",
    "/?sender=a@b.example&helo=x&range=7d",
    "/?text=ip%3D1&client=::1",
    "/./why",
    "/x/../why",
    "/why-not",
    "/whyspf",
    "/why2",
    "/x/why",
    "/messages?why",
    "/wh%79",
  ])("is none: %s", (path) => {
    expect(isWhy(path)).toBe(false);
  });
});

describe("the page", () => {
  const page =
    '<head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/></head><body>' +
    '<p>&lt;script&gt;</p><script nonce="x">self.a="<p>"</script>한글<script src="/a.js" async=""></script></body>';
  const bare = '<head><link rel="stylesheet" href="/a.css"/></head><body><p>&lt;script&gt;</p>한글</body>';

  test("loses its scripts, in whatever pieces it comes", async () => {
    const bytes = Buffer.from(page);
    const pages: RequestListener = (_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.setHeader("Link", "</a.js>; rel=preload; as=script");
      for (let at = 0; at < bytes.length - 7; at += 7) response.write(bytes.subarray(at, at + 7));
      response.end(bytes.subarray(bytes.length - (bytes.length % 7 || 7)));
    };
    const { body, headers } = await ask(pages, "/why", HTML);
    expect(body).toBe(bare);
    expect(headers.link).toBeUndefined();
    expect(headers["content-length"]).toBe(String(Buffer.byteLength(bare)));
  });

  test("that asks to wait says so in its status, and keeps what its answer hangs on", async () => {
    const pages: RequestListener = (_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.setHeader("Vary", "rsc");
      response.end('<head><meta name="retry-after" content="7"/></head>');
    };
    const { status, headers } = await ask(pages, "/why", HTML);
    expect(status).toBe(429);
    expect(headers["retry-after"]).toBe("7");
    expect(headers.vary).toContain("Accept-Language");
  });

  test("is left alone where there is nothing to take", () => {
    expect(withoutScripts(bare)).toBe(bare);
  });

  test("of another kind is left alone", async () => {
    const pages: RequestListener = (_, response) => {
      response.writeHead(503, { "Content-Type": "text/plain" });
      response.end("<script>");
    };
    expect(await ask(pages, "/why", HTML)).toMatchObject({ status: 503, body: "<script>" });
  });
});

test.each([
  [undefined, "html"],
  ["*/*", "html"],
  ["application/json", "json"],
  ["application/json, text/html", "html"],
  ["text/html;q=0.5, application/json", "json"],
  ["text/plain;q=0", "html"],
  ["text/plain; charset=utf-8", "text"],
  [`${"a/b,".repeat(10_000)}text/plain`, "html"],
])("accepting %s means %s", (accept, form) => {
  expect(formOf(accept)).toBe(form);
});
