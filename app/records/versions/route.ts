import { DatabaseFault } from "@/lib/db/faults";
import type { PrismaClient } from "@/lib/db/reader";
import { recordVersion } from "@/lib/queries/record-versions";
import { removeVersion, saveVersion, type VersionFault } from "@/lib/store/record-versions";
import { ask } from "../../database";
import { nextPath } from "../../sign-in/next-path";
import { type Person, refuseStrangers, whoIs } from "../../signed-in";
import { withFault } from "../../with-fault";

/** Saves a draft of a domain's record or removes a version, and leads back; a plain form. */
export async function POST(request: Request): Promise<Response> {
  const refused = await refuseStrangers();
  const person = await whoIs();
  if (refused !== null || person === null) return refused ?? new Response(null, { status: 401 });
  const form = await request.formData().catch(() => new FormData());
  const text = (name: string) => String(form.get(name) ?? "");
  const remove = Number(text("remove"));
  const fault = await ask(async (client): Promise<VersionFault | "notYours" | null> => {
    if (Number.isSafeInteger(remove) && remove > 0) return await removed(client, person, remove);
    const given = { domain: text("domain"), text: text("record"), note: text("note"), by: person.name };
    const saved = await saveVersion(client, given, Date.now());
    return typeof saved === "number" ? null : saved;
  });
  if (fault instanceof DatabaseFault) return Response.json({ error: fault.message }, { status: 503 });
  const location = withFault(formPath(text("here")), "fault", fault);
  return new Response(null, { status: 303, headers: { Location: location } });
}

/** Everyone's own drafts are theirs to remove; an admin removes any. */
async function removed(client: PrismaClient, { name, role }: Person, id: number): Promise<"notYours" | null> {
  const version = await recordVersion(client, id);
  if (version === null) return null;
  if (role !== "admin" && version.by !== name) return "notYours";
  await removeVersion(client, id);
  return null;
}

/** Where the form was, if that is the workbench, whose address may be longer than others; or else on this site. */
function formPath(here: string): string {
  return here.startsWith("/records?") ? here : nextPath(here);
}
