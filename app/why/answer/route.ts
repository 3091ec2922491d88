import { getLocale } from "next-intl/server";
import { type WhyAnswer, whyJson } from "@/lib/why/answer";
import { whyText } from "@/lib/why/answer-text";
import { readLanguage } from "../../language";
import { whyAnswer } from "../answer";

export const dynamic = "force-dynamic";

/** The answer as JSON or plain text, for programs; the front (cli/front/why.ts) says in which form. */
export async function GET(request: Request): Promise<Response> {
  const answer = await whyAnswer();
  const headers = resultHeaders(answer);
  const status = answer.retryAfter === null ? 200 : 429;
  if (new URL(request.url).searchParams.get("form") === "json")
    return Response.json(whyJson(answer), { status, headers });
  const text = whyText(answer, readLanguage(await getLocale()));
  return new Response(text, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}

/** The result in headers alone. */
export async function HEAD(): Promise<Response> {
  const answer = await whyAnswer();
  return new Response(null, {
    status: answer.retryAfter === null ? 200 : 429,
    headers: resultHeaders(answer),
  });
}

function resultHeaders({ now, diagnosis, retryAfter }: WhyAnswer): Record<string, string> {
  return {
    ...(now === null ? {} : { "X-SPF-Result": now.result }),
    ...(diagnosis === null ? {} : { "X-SPF-Why": `${diagnosis.kind}; who=${diagnosis.who}` }),
    ...(retryAfter === null ? {} : { "Retry-After": String(retryAfter) }),
  };
}
