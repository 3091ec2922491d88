import { type CheckRequest, isClientIp, mailfromRequest } from "@/lib/spf";

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

/** A request, and the identity that it checks (RFC 7208 sections 2.3 and 2.4). */
export interface ReadRequest {
  request: CheckRequest;
  identity: "mailfrom" | "helo";
}

/** Reads what is asked; without a sender, or with the null sender `<>`, HELO is checked (RFC 7208 section 2.4). */
export function readCheckRequest(asked: Asked): ReadRequest | FieldProblem {
  for (const field of ["ip", "sender", "helo", "receiver"] as const)
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
