import { DAYS, LONGEST_DRAFT } from "@/components/records/address";
import { isCheckable } from "@/lib/spf/domain-name";
import { refuseStrangers } from "../../signed-in";
import { replayHref, startReplay } from "../replays";

/** Begins a replay of a draft and leads to the page that shows how far it is; a plain form. */
export async function POST(request: Request): Promise<Response> {
  const refused = await refuseStrangers();
  if (refused !== null) return refused;
  const form = await request.formData().catch(() => new FormData());
  const text = (name: string) => String(form.get(name) ?? "");
  const [domain, record] = [text("domain"), text("record")];
  const days = DAYS.find((known) => String(known) === text("days")) ?? 30;
  if (!isCheckable(domain) || record.length > LONGEST_DRAFT)
    return Response.json({ error: "A replay takes a domain and a record." }, { status: 400 });
  const order = { domain, record, days };
  const location = replayHref(order, startReplay(order)?.id ?? null);
  return new Response(null, { status: 303, headers: { Location: location } });
}
