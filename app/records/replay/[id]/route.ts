import { refuseStrangers } from "../../../signed-in";
import { cancelReplay, replayHref, replayJob } from "../../replays";

type Context = { params: Promise<{ id: string }> };

const HEADERS = { "Cache-Control": "no-store" };

/** How far a replay is, as JSON {state, progress}. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const refused = await refuseStrangers();
  if (refused !== null) return refused;
  const job = replayJob((await params).id);
  if (job === null)
    return Response.json({ error: "There is no such replay." }, { status: 404, headers: HEADERS });
  return Response.json({ state: job.state, progress: job.progress }, { headers: HEADERS });
}

/** Ends a replay and leads back to its page; a plain form. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const refused = await refuseStrangers();
  if (refused !== null) return refused;
  const job = replayJob((await params).id);
  if (job === null) return Response.json({ error: "There is no such replay." }, { status: 404 });
  cancelReplay(job.id);
  return new Response(null, { status: 303, headers: { Location: replayHref(job.order, job.id) } });
}
