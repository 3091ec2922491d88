import { visibleText } from "@/lib/mail/visible-text";
import { type CheckRequest, isClientIp, mailfromRequest } from "@/lib/spf";
import type { Language } from "@/lib/spf/sentence";
import { readLanguage } from "./arguments";
import type { Call } from "./command";
import { DNS_OPTIONS, type DnsValues, readSessions, type Sessions } from "./dns-options";
import { UsageFault } from "./fault";

/** What is asked of a check, as options or as a line of --batch have it. */
export interface Asked {
  ip?: unknown;
  sender?: unknown;
  helo?: unknown;
  receiver?: unknown;
}

/** A field that cannot be used, and why, as the end of a sentence that begins with the field's name. */
export interface FieldProblem {
  field: keyof Asked;
  problem: string;
}

/** The options that say what is asked of a check, one by one or by lines. */
export const CHECK_OPTIONS = {
  ip: { type: "string" },
  sender: { type: "string" },
  helo: { type: "string" },
  receiver: { type: "string" },
  ...DNS_OPTIONS,
  json: { type: "boolean" },
  language: { type: "string" },
  batch: { type: "boolean" },
} as const;

const FIELDS = ["ip", "sender", "helo", "receiver"] as const;

type CheckValues = Partial<Record<(typeof FIELDS)[number] | "language", string>> &
  DnsValues & { batch?: boolean };

/** What a command that checks was called with; `read` is null with --batch. Throws UsageFault. */
export async function readCheckCall(
  { values, positionals }: { values: CheckValues; positionals: string[] },
  { config, stop, err }: Call,
): Promise<{ read: ReadRequest | null; sessions: Sessions; language: Language }> {
  if (positionals.length > 0) throw new UsageFault(`takes options only, not "${positionals[0]}".`);
  const language = readLanguage(values.language, config.language);
  const lone = FIELDS.find((name) => values[name] !== undefined);
  if (values.batch && lone)
    throw new UsageFault(`--batch reads from standard input, and takes no --${lone}.`);
  const read = values.batch ? null : readCheckRequest(values);
  if (read && "problem" in read) throw new UsageFault(`--${read.field} ${visibleText(read.problem)}.`);
  return { read, sessions: await readSessions(values, config, stop, err), language };
}

/** A request, and the identity that it checks (RFC 7208 sections 2.3 and 2.4). */
export interface ReadRequest {
  request: CheckRequest;
  identity: "mailfrom" | "helo";
}

/** Reads what is asked; without a sender, or with the null sender `<>`, HELO is checked (RFC 7208 section 2.4). */
export function readCheckRequest(asked: Asked): ReadRequest | FieldProblem {
  for (const field of FIELDS)
    if (asked[field] !== undefined && asked[field] !== null && typeof asked[field] !== "string")
      return { field, problem: "must be a text" };
  const { ip, sender, helo, receiver } = asked as Partial<Record<keyof Asked, string | null>>;
  if (!ip) return { field: "ip", problem: "is missing: the address of the client" };
  if (!isClientIp(ip)) return { field: "ip", problem: `is no IP address: "${ip}"` };
  if (sender && (/^\s|\s$/.test(sender) || sender.startsWith("<") !== sender.endsWith(">")))
    return { field: "sender", problem: `has a space or a lone bracket at its end: "${sender}"` };
  const envelopeFrom = withoutBrackets(sender ?? "");
  const at = envelopeFrom.lastIndexOf("@");
  if (envelopeFrom !== "" && at < 0)
    return { field: "sender", problem: `has no "@" and so no domain: "${envelopeFrom}"` };
  if (envelopeFrom !== "" && at === envelopeFrom.length - 1)
    return {
      field: "sender",
      problem: `has no domain after its "@" (character ${at + 1}): "${envelopeFrom}"`,
    };
  if (envelopeFrom === "" && !helo)
    return { field: "helo", problem: "is missing: without a sender, it is what is checked" };
  const mail = { ip, envelopeFrom, helo: helo ?? "", receiver: receiver || null };
  return { request: mailfromRequest(mail), identity: envelopeFrom === "" ? "helo" : "mailfrom" };
}

function withoutBrackets(path: string): string {
  return path.startsWith("<") && path.endsWith(">") ? path.slice(1, -1) : path;
}
