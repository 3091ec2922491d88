import { headers } from "next/headers";
import { readWhyUrl } from "@/lib/why/read-url";
import type { WhyRequest } from "@/lib/why/request";

/** The link by which the visitor came, as the front (cli/front/why.ts) passes it on: "/why" where none was. */
export async function whyTarget(): Promise<string> {
  const given = (await headers()).get("x-whyspf-target") ?? "";
  const target = Buffer.from(given, "base64url").toString("latin1");
  return target === "" ? "/why" : target;
}

/** What the link asks. */
export async function whyRequest(): Promise<WhyRequest> {
  return readWhyUrl(await whyTarget());
}
