import { ask } from "@/app/database";
import { leadTo, withProblem } from "@/app/sign-in/answers";
import { whoIs } from "@/app/signed-in";
import { signOut } from "@/lib/accounts/sign-in";
import { DatabaseFault } from "@/lib/db/faults";

/** Ends the session of this browser. */
export async function POST(request: Request): Promise<Response> {
  if ((await whoIs()) === null) return leadTo("/sign-in");
  const answer = await ask((client) => signOut(client, request.headers));
  if (answer instanceof DatabaseFault) return leadTo(withProblem("/account", "database"));
  return leadTo("/sign-in?done=signedOut", answer.cookies);
}
