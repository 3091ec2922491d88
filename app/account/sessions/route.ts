import { ask } from "@/app/database";
import { fieldsOf, leadTo, withProblem } from "@/app/sign-in/answers";
import { whoIs } from "@/app/signed-in";
import { endOtherSessions, endSession } from "@/lib/accounts/sessions";
import { DatabaseFault } from "@/lib/db/faults";

/** Signs one of one's own browsers out, or all but this one. */
export async function POST(request: Request): Promise<Response> {
  const person = await whoIs();
  if (person === null) return leadTo("/sign-in?next=/account");
  const field = await fieldsOf(request);
  const others = field("others") === "1";
  const session = field("session");
  if (!others && !/^[\w-]{1,64}$/.test(session)) return leadTo("/account");
  const ended = await ask((client) =>
    others ? endOtherSessions(client, person.id, person.sessionId) : endSession(client, person.id, session),
  );
  if (ended instanceof DatabaseFault) return leadTo(withProblem("/account", "database"));
  return leadTo(`/account?done=${others ? "others" : "session"}`);
}
