import { LONGEST_TTL, USUAL_TTL } from "@/lib/spf/publish/ttl";
import { readArguments, readLanguage, readNumber } from "./arguments";
import type { Call } from "./command";
import { readAuthorityCheck } from "./draft-check";
import { checkableDomain, DRAFT_OPTIONS, readDomain, readNeededDraft, refuseWords } from "./draft-options";
import { zoneJson, zoneText } from "./draft-zone-text";
import { type DraftedZone, draftedZone } from "./drafted-zone";
import { FAILED, OK, UsageFault } from "./fault";
import { jsonLine } from "./json-line";
import { tellingResolver } from "./telling-resolver";

const OPTIONS = {
  ...DRAFT_OPTIONS,
  ttl: { type: "string" },
  check: { type: "boolean" },
  authority: { type: "string" },
} as const;

/** `whyspf draft zone`. */
export async function draftZone(call: Call): Promise<number> {
  const { values, positionals } = readArguments(call.args, OPTIONS);
  refuseWords(positionals);
  const language = readLanguage(values.language, call.config.language);
  const ttl = readNumber("ttl", values.ttl, 1, LONGEST_TTL) ?? USUAL_TTL;
  const named = values.domain === undefined ? null : readDomain(values.domain);
  const resolver = await tellingResolver(call, values, "draft");
  const check = readAuthorityCheck(values, call);
  const pasted = await readNeededDraft(values, call);
  const domain = named ?? (pasted.domain === null ? null : checkableDomain(pasted.domain));
  if (domain === null) throw new UsageFault("needs --domain, since the text names none.");
  const drafted = await draftedZone(domain, pasted, ttl, resolver, check);
  if (call.stop.aborted) return FAILED;
  call.out.write(values.json ? jsonLine(zoneJson(drafted, language)) : zoneText(drafted, language));
  return isAnswered(drafted) ? OK : FAILED;
}

function isAnswered({ published, live }: DraftedZone): boolean {
  return published.status !== "error" && live?.kind !== "unanswered";
}
