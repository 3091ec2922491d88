import { clientOf } from "@/lib/accounts/visitor";
import { readBounce } from "@/lib/why/read-bounce";
import { whyUrl } from "@/lib/why/write-url";
import { secondsToWait } from "../visits";

export const dynamic = "force-dynamic";

/** Reads a pasted bounce and leads to the page about it; the bounce itself is kept nowhere. */
export async function POST(request: Request): Promise<Response> {
  const retryAfter = await secondsToWait(clientOf(request.headers));
  if (retryAfter !== null)
    return new Response(`Too many questions. Try again in ${retryAfter} seconds.\n`, {
      status: 429,
      headers: { "Retry-After": String(retryAfter), "Content-Type": "text/plain; charset=utf-8" },
    });
  const pasted = await request
    .formData()
    .then((form) => form.get("bounce"))
    .catch(() => null);
  const read = readBounce(typeof pasted === "string" ? pasted : "");
  const { sender, helo, ip } = read.request;
  const isEmpty = sender === null && helo === null && ip === null;
  // A path, not a whole address: the front knows better how this site is reached.
  const location = isEmpty ? "/why?bounce=unread#bounce" : whyUrl("/why", read.request);
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "no-store" } });
}
