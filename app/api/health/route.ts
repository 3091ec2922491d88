import { ask } from "@/app/database";
import { DatabaseFault } from "@/lib/db/faults";
import { dataSpan } from "@/lib/queries/data-span";

export const dynamic = "force-dynamic";

/** For monitors: 200 where the database answers, with the end of the newest hour that has messages; else 503 and what is wrong. */
export async function GET(): Promise<Response> {
  const span = await ask(dataSpan).catch(() => "other" as const);
  const headers = { "Cache-Control": "no-store" };
  if (span === "other" || span instanceof DatabaseFault) {
    const database = span === "other" ? span : span.kind;
    return Response.json({ ok: false, database }, { status: 503, headers });
  }
  const until = span && new Date(span.to).toISOString();
  return Response.json({ ok: true, database: "ok", messages: span !== null, until }, { headers });
}
