import type { Limited } from "@/lib/accounts/limits";
import type { Problem } from "./problem";

/** Leads on after a form was sent, with cookies to be set. */
export function leadTo(path: string, cookies: string[] = []): Response {
  const headers = new Headers({ Location: path, "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** A page's address with a problem to tell there. */
export function withProblem(path: string, problem: Problem, more: Record<string, string> = {}): string {
  return `${path}?${new URLSearchParams({ problem, ...more })}`;
}

/** Too many tries: says so to a program by status 429, and leads a browser to the page that tells until when. */
export function tooMany(path: string, { until }: Limited, more: Record<string, string> = {}): Response {
  const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000));
  const page = withProblem(path, "limited", { until: String(until), ...more });
  const body = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>429</title>
<p>Too many attempts. Try again in ${seconds} seconds.</p></html>\n`;
  return new Response(body, {
    status: 429,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": String(seconds),
      Refresh: `0; url=${page}`,
    },
  });
}

/** The fields of a form, each at most 4,000 characters unless told; "" where one is not there. */
export async function fieldsOf(request: Request): Promise<(name: string, most?: number) => string> {
  const form = await request.formData().catch(() => new FormData());
  return (name, most = 4_000) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, most) : "";
  };
}
