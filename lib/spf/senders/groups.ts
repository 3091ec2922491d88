import { ipHex, networkAround } from "@/lib/net/network";
import { addressTerms } from "./address-terms";
import type { Sender, SenderGroup } from "./sender";

/**
 * Puts senders together that one change authorises, the groups with most messages first. Roles are never mixed: no forger
 * hides among a network's own servers.
 */
export function groupSenders(senders: Sender[]): SenderGroup[] {
  const groups = new Map<string, Sender[]>();
  for (const sender of senders) {
    const key = keyOf(sender);
    const group = groups.get(key);
    if (group) group.push(sender);
    else groups.set(key, [sender]);
  }
  return [...groups].map(([key, own]) => groupOf(key, own)).sort((a, b) => b.total - a.total);
}

/** The terms that authorise senders one by one, by `a` and `mx` where that is the domain's own way to name them. */
export function senderTerms(senders: Sender[]): string[] {
  const byName = senders.filter(({ role, hostTerm }) => role === "own" && hostTerm !== null);
  const others = senders.filter((sender) => !byName.includes(sender));
  return [...new Set(byName.map(({ hostTerm }) => hostTerm!)), ...addressTerms(others.map(({ ip }) => ip))];
}

function keyOf(sender: Sender): string {
  const { role, provider } = sender;
  return role === "provider" && provider !== null
    ? `include:${provider.include}`
    : `${networkOf(sender)} ${role}`;
}

function networkOf({ ip }: Sender): string {
  const digits = ipHex(ip);
  return digits === null ? ip : networkAround(digits);
}

function groupOf(key: string, unordered: Sender[]): SenderGroup {
  const senders = [...unordered].sort((a, b) => b.total - a.total);
  const [first] = senders;
  const { role, provider: own } = first!;
  const provider = role === "provider" && own !== null ? { name: own.name, include: own.include } : null;
  const network = networkOf(first!);
  const isAuthorisable = provider === null ? senders.every(isAllowed) : isCustomer(senders);
  const lacking = senders.filter(({ draft }) => draft !== "pass");
  const terms =
    provider === null
      ? senderTerms(lacking.length === 0 ? senders : lacking)
      : [`include:${provider.include}`];
  const mayBeWhole = provider === null && terms.length > 0 && role !== "forger" && role !== "forwarder";
  return {
    key,
    provider,
    network,
    senders: senders.map((sender) => ({ ...sender, isAuthorisable })),
    role,
    total: senders.reduce((sum, { total }) => sum + total, 0),
    terms,
    wholeNetwork: mayBeWhole ? `${network.includes(":") ? "ip6" : "ip4"}:${network}` : null,
    isAuthorised: standing(senders),
    isAuthorisable: isAuthorisable && terms.length > 0,
  };
}

const isAllowed = ({ isAuthorisable }: Sender) => isAuthorisable;

/**
 * Whether the domain is known to be a customer of a provider, whose include passes all that send through it. That the
 * record passes one of its servers, which may be the domain's alone, says so only if it passes the others too.
 */
function isCustomer(senders: Sender[]): boolean {
  const isTied = ({ evidence }: Sender) =>
    evidence.some(({ kind }) => kind === "receives-mail" || kind === "own-name");
  return senders.every(isAllowed) || senders.some((sender) => isAllowed(sender) && isTied(sender));
}

function standing(senders: Sender[]): SenderGroup["isAuthorised"] {
  const passing = senders.filter(({ draft }) => draft === "pass").length;
  if (passing === 0) return "none";
  return passing === senders.length ? "all" : "some";
}
