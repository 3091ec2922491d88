import type { RecordsAddress } from "@/components/records/address";
import type { WhatIfAnswer, WhatIfProblem } from "@/components/records/what-if/answer";
import { overlayResolver } from "@/lib/dns/overlay-resolver";
import { nameOf } from "@/lib/dns/zone-text";
import type { Resolver } from "@/lib/spf";
import { type CheckRequest, checkHost, heloRequest, isClientIp, mailfromRequest } from "@/lib/spf/check-host";
import { isCheckable } from "@/lib/spf/domain-name";
import { asciiName } from "@/lib/spf/idn";

/** What is asked: the form's fields, the domain of the workbench, the record that it publishes alone, and the draft. */
export interface WhatIfQuestion {
  address: Pick<RecordsAddress, "ip" | "sender" | "helo" | "at" | "as">;
  domain: string | null;
  published: string | null;
  draft: string;
}

/**
 * Checks a message against DNS as it is, and as if the draft and another text of the tree were published. Without a
 * domain the draft counts as that of whichever domain is checked. Never throws; `clock` gives milliseconds since 1970.
 */
export async function whatIf(
  { address, domain, published, draft }: WhatIfQuestion,
  resolver: Resolver,
  clock: () => number,
): Promise<WhatIfAnswer> {
  const { ip, sender, helo } = address;
  const nothing = { checked: null, assumed: null, published: null, draft: null };
  const problems = overlayProblems(address, domain);
  if (ip === null && sender === null && helo === null) return { ...nothing, problems };
  const request = requestOf(address, problems);
  if (request === null || problems.length > 0) return { ...nothing, problems };
  const assumed = assumedOf(address);
  const texts: [string, string[]][] = [[domain ?? request.domain, recordsOf(draft)]];
  if (assumed !== null) texts.push([assumed.at, recordsOf(assumed.text)]);
  const options = { clock, trace: true };
  const isSame = draft === published && assumed === null;
  return {
    problems,
    checked: { identity: isBounce(sender) ? "helo" : "mailfrom", domain: request.domain },
    assumed,
    published: await checkHost(request, resolver, options),
    draft: isSame ? null : await checkHost(request, overlayResolver(resolver, texts), options),
  };
}

function overlayProblems({ at }: WhatIfQuestion["address"], domain: string | null): WhatIfProblem[] {
  if (at === null) return [];
  const name = nameOf(at);
  if (name === null || !isCheckable(name)) return ["at-invalid"];
  return name.toLowerCase() === domain?.toLowerCase() ? ["at-own"] : [];
}

/** The check that the fields ask for; null where one is amiss, which is told in `problems`. */
function requestOf(
  { ip, sender, helo }: WhatIfQuestion["address"],
  problems: WhatIfProblem[],
): CheckRequest | null {
  if (ip === null) problems.push("ip-missing");
  else if (!isClientIp(ip)) problems.push("ip-invalid");
  const mail = { ip: ip ?? "", helo: helo ?? "" };
  if (!isBounce(sender)) {
    const request = mailfromRequest({ ...mail, envelopeFrom: bare(sender!) });
    if (!isCheckable(asked(request))) problems.push("sender-invalid");
    return { ...request, domain: asked(request) };
  }
  // Mail from nobody is checked by the name that its server gives (RFC 7208 section 2.4).
  if (helo === null) {
    problems.push("sender-missing");
    return null;
  }
  const request = heloRequest(mail);
  if (!isCheckable(asked(request))) problems.push("helo-invalid");
  return { ...request, domain: asked(request) };
}

function asked({ domain }: CheckRequest): string {
  return asciiName(domain);
}

function isBounce(sender: string | null): boolean {
  return sender === null || bare(sender) === "";
}

/** A sender as it may be pasted from a log. */
function bare(sender: string): string {
  return sender.replace(/^<(.*)>$/, "$1").trim();
}

/** A name that is only chosen changes nothing yet. */
function assumedOf({ at, as }: WhatIfQuestion["address"]): WhatIfAnswer["assumed"] {
  return at === null || as === null ? null : { at, text: as.trim() };
}

function recordsOf(text: string): string[] {
  return text.trim() === "" ? [] : [text];
}
