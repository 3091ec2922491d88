import { changes } from "@/app/changes";
import { refuseStrangers } from "@/app/signed-in";

export const dynamic = "force-dynamic";

const MOST = 200;
/** After so long a stream ends; the browser asks again, and with that whether it may. */
const LASTS = 5 * 60_000;
const HEARTBEAT = 20_000;
const HEADERS = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** Next would answer HEAD by GET, whose stream nobody reads and nobody ends. */
export async function HEAD(): Promise<Response> {
  return (await refuseStrangers()) ?? new Response(null, { headers: HEADERS });
}

/** Server-sent events (WHATWG HTML section 9.2): `changed` whenever messages were stored. */
export async function GET(request: Request): Promise<Response> {
  const refused = await refuseStrangers();
  if (refused) return refused;
  const all = changes();
  if (all.size >= MOST) return new Response("Too many pages are open.", { status: 503 });
  const encoder = new TextEncoder();
  let end: (isGone?: boolean) => void = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stop = all.listen(() => send("event: changed\ndata: 1\n\n"));
      const beat = setInterval(() => send(": still here\n\n"), HEARTBEAT);
      const last = setTimeout(() => end(), LASTS);
      let isOpen = true;
      end = (isGone = false) => {
        if (!isOpen) return;
        isOpen = false;
        stop();
        clearInterval(beat);
        clearTimeout(last);
        // A stream whose reader went is closed already.
        if (!isGone) controller.close();
      };
      request.signal.addEventListener("abort", () => end());
      send("retry: 3000\n\n");
      // Whoever left while the database was asked is told of no more.
      if (request.signal.aborted) end();
    },
    cancel: () => end(true),
  });
  return new Response(stream, { headers: HEADERS });
}
