import { followResponse, startChain } from "./alias-chain";
import { askServers } from "./ask-servers";
import type { AuthorityAnswer, AuthorityReason } from "./authority-report";
import type { ZoneServer } from "./zone-servers";

/** What a server says, without whose it is. */
type Said = Omit<AuthorityAnswer, "name" | "address">;

/** How long one packet, and all of them, are waited for; milliseconds. */
interface Patience {
  timeoutMs: number;
  timeLeft: () => number;
  signal: AbortSignal | undefined;
}

const ATTEMPTS = 2;

const REASONS: [failure: RegExp, reason: AuthorityReason][] = [
  [/^timeout$/, "timeout"],
  [/^(?:time budget used up|aborted)$/, "out-of-time"],
  [/^REFUSED$|^rcode 9$/, "refused"],
  [/^SERVFAIL$/, "servfail"],
  [/^malformed response$/, "malformed"],
  [/\]:\d+: network unreachable$/, "no-ipv6"],
  [/: [a-z]/, "unreachable"],
];

/** Asks one server of a zone what it has at a name, for itself and not through others. */
export async function askAtServer(
  { name, address, ...reached }: ZoneServer,
  question: string,
  { timeoutMs, timeLeft, signal }: Patience,
): Promise<AuthorityAnswer> {
  if (reached.server === null) return { name, address, ...silence("no-answer", reached.reason) };
  const servers = { servers: [reached.server], recursion: false, timeoutMs, attempts: ATTEMPTS };
  const asked = await askServers(servers, question, "TXT", timeLeft, signal);
  if ("failure" in asked) {
    const reason = REASONS.find(([failure]) => failure.test(asked.failure))?.[1] ?? "other";
    return { name, address, ...silence(reason === "refused" ? "lame" : "no-answer", reason) };
  }
  if (!asked.isAuthoritative) return { name, address, ...silence("lame", "not-authoritative") };
  const chain = startChain(question);
  const step = followResponse(chain, asked, "TXT");
  const ttl = Number.isFinite(chain.ttl) ? chain.ttl : null;
  const said: Said = { ...silence("answered", null), ttl };
  if (step === "further") return { name, address, ...said, alias: chain.name };
  if (step.status === "error") return { name, address, ...silence("no-answer", "other") };
  if (step.status === "void") return { name, address, ...said, ttl: asked.negativeTtl === null ? null : ttl };
  const txt = step.records.flatMap((record) => (record.type === "TXT" ? [record.strings] : []));
  return { name, address, ...said, txt };
}

function silence(status: Said["status"], reason: Said["reason"]): Said {
  return { status, reason, txt: [], ttl: null, alias: null };
}
