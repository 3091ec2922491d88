import { ask } from "@/app/database";
import { Limited } from "@/lib/accounts/limits";
import { signInByPassword } from "@/lib/accounts/sign-in";
import { DatabaseFault } from "@/lib/db/faults";
import { fieldsOf, leadTo, tooMany, withProblem } from "../answers";
import { LONGEST_NEXT, nextPath } from "../next-path";

/** Signs in with account and password. */
export async function POST(request: Request): Promise<Response> {
  const field = await fieldsOf(request);
  const next = nextPath(field("next", LONGEST_NEXT));
  const more: Record<string, string> = next === "/" ? {} : { next };
  const given = { name: field("account"), password: field("password") };
  const answer = await ask((client) => signInByPassword(client, request.headers, given));
  if (answer instanceof DatabaseFault) return leadTo(withProblem("/sign-in", "database", more));
  if (answer instanceof Limited) return tooMany("/sign-in", answer, more);
  if (answer === null) return leadTo(withProblem("/sign-in", "wrong", more));
  return leadTo(next, answer.cookies);
}
