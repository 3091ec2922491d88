import { ask } from "@/app/database";
import { Limited } from "@/lib/accounts/limits";
import { isPassword } from "@/lib/accounts/password";
import { signInByLink } from "@/lib/accounts/sign-in";
import { DatabaseFault } from "@/lib/db/faults";
import { fieldsOf, leadTo, tooMany, withProblem } from "../answers";

/** Signs in by a link, which is used up by that. */
export async function POST(request: Request): Promise<Response> {
  const field = await fieldsOf(request);
  const token = field("token");
  const password = field("password") === "" ? null : field("password");
  const page = `/sign-in/${/^[\w-]{1,100}$/.test(token) ? token : "-"}`;
  // A password that will not do must not cost the link.
  if (password !== null && !isPassword(password)) return leadTo(withProblem(page, "length"));
  const answer = await ask((client) => signInByLink(client, request.headers, { token, password }));
  if (answer instanceof DatabaseFault) return leadTo(withProblem(page, "database"));
  if (answer instanceof Limited) return tooMany("/sign-in", answer);
  return answer === null ? leadTo(page) : leadTo("/", answer.cookies);
}
