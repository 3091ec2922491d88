import { ask } from "@/app/database";
import { fieldsOf, leadTo, tooMany, withProblem } from "@/app/sign-in/answers";
import { whoIs } from "@/app/signed-in";
import { Limited } from "@/lib/accounts/limits";
import { changePassword, isPassword } from "@/lib/accounts/password";
import { DatabaseFault } from "@/lib/db/faults";

/** Sets or changes one's own password. */
export async function POST(request: Request): Promise<Response> {
  const person = await whoIs();
  if (person === null) return leadTo("/sign-in?next=/account");
  const field = await fieldsOf(request);
  const [current, next] = [field("current"), field("password")];
  if (!isPassword(next)) return leadTo(withProblem("/account", "length"));
  const answer = await ask((client) => changePassword(client, request.headers, { person, current, next }));
  if (answer instanceof DatabaseFault) return leadTo(withProblem("/account", "database"));
  if (answer instanceof Limited) return tooMany("/account", answer);
  return leadTo(answer ? "/account?done=password" : withProblem("/account", "current"));
}
