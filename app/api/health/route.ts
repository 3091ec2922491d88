import { ask } from "@/app/database";
import { DatabaseFault } from "@/lib/db/faults";
import { storedMessages } from "@/lib/queries/stored-messages";

export const dynamic = "force-dynamic";

/** For monitors: 200 where the database answers, with the number of messages; else 503 and a sentence that says what is wrong. */
export async function GET(): Promise<Response> {
  const answer = await ask(storedMessages).catch(() => UNKNOWN);
  const headers = { "Cache-Control": "no-store" };
  if (typeof answer === "number") {
    return Response.json({ ok: true, database: "ok", messages: answer }, { headers });
  }
  const database = answer instanceof DatabaseFault ? answer.message : answer;
  return Response.json({ ok: false, database, messages: null }, { status: 503, headers });
}

const UNKNOWN = "The database failed.";
