import { DatabaseFault } from "@/lib/db/faults";
import { removeView, saveView, type ViewFault } from "@/lib/store/saved-views";
import { ask } from "../database";
import { nextPath } from "../sign-in/next-path";
import { refuseStrangers, whoIs } from "../signed-in";
import { withFault } from "../with-fault";

/** Saves a view or removes one, and leads back; a plain form. */
export async function POST(request: Request): Promise<Response> {
  const refused = await refuseStrangers();
  const person = await whoIs();
  if (refused !== null || person === null) return refused ?? new Response(null, { status: 401 });
  const form = await request.formData().catch(() => new FormData());
  const text = (name: string) => String(form.get(name) ?? "");
  const here = text("here");
  const remove = Number(text("remove"));
  const fault = await ask(async (client): Promise<ViewFault | null> => {
    if (!Number.isSafeInteger(remove) || remove < 1)
      return saveView(client, person.id, { name: text("name"), address: here }, Date.now());
    await removeView(client, person.id, remove);
    return null;
  });
  if (fault instanceof DatabaseFault) return Response.json({ error: fault.message }, { status: 503 });
  return new Response(null, {
    status: 303,
    headers: { Location: withFault(nextPath(here), "viewFault", fault) },
  });
}
