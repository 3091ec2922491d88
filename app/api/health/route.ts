import { ask } from "@/app/database";
import { whoIs } from "@/app/signed-in";
import { DatabaseFault } from "@/lib/db/faults";
import { storedMessages } from "@/lib/queries/stored-messages";

export const dynamic = "force-dynamic";

/**
 * For monitors, without a sign-in: 200 where the database answers; else 503 and a sentence that says what is wrong. How
 * many messages there are is told to whoever is signed in.
 */
export async function GET(): Promise<Response> {
  const answer = await ask(storedMessages).catch(() => UNKNOWN);
  const headers = { "Cache-Control": "no-store" };
  if (typeof answer === "number") {
    const messages = (await whoIs().catch(() => null)) === null ? null : answer;
    return Response.json({ ok: true, database: "ok", messages }, { headers });
  }
  const database = answer instanceof DatabaseFault ? answer.message : answer;
  return Response.json({ ok: false, database, messages: null }, { status: 503, headers });
}

const UNKNOWN = "The database failed.";
