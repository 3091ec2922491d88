import { readIp } from "./client-ip";
import { holdsMacro } from "./escapes";
import { checkedDomain, type ReadIdentity, readHost, readIdentity } from "./identity";
import { problemOf, type WhyProblem, type WhyRequest } from "./request";
import { type Identity, readScope } from "./scope";
import type { Value, Values } from "./values";

const LONGEST_ADDRESS = 254;

/** The request that a link's values make; what is wrong with them is added to `problems`. */
export function understand(values: Values, problems: WhyProblem[]): WhyRequest {
  const scope = scopeOf(values.get("scope"), problems);
  const ip = ipOf(values.get("ip"), problems);
  const helo = hostOf("helo", values.get("helo"), problems);
  const receiver = receiverOf(values.get("receiver"), problems);
  const given = values.get("id");
  const id = identityOf(given, scope === "helo" ? "helo" : "sender", ip === null, problems);
  const asked = { scope, id, helo, given: given !== undefined };
  return { ...askedOf(asked, problems), ip, receiver, problems };
}

interface Asked {
  scope: Identity | null;
  id: ReadIdentity;
  helo: string | null;
  given: boolean;
}

/** Which identity is meant: a scope's word counts, a bare host is a HELO name, the null sender needs one. */
function askedOf(
  { scope, id, helo, given }: Asked,
  problems: WhyProblem[],
): Pick<WhyRequest, "identity" | "sender" | "helo" | "domain"> {
  const domain = (name: string | null) => (name === null ? null : checkedDomain(name));
  if (id.kind === "host" && scope === "mailfrom")
    return { identity: "mailfrom", sender: id.host, helo, domain: domain(id.host) };
  if (scope === "helo" || id.kind === "host" || (!given && helo !== null && scope === null)) {
    const sender = id.kind === "address" && helo !== null ? id.address : null;
    const name = id.kind === "host" ? id.host : (helo ?? (id.kind === "address" ? id.domain : null));
    if (name === null && !given) problems.push(problemOf("helo", "missing"));
    return { identity: "helo", sender, helo: name, domain: domain(name) };
  }
  if (id.kind === "address") return { identity: "mailfrom", sender: id.address, helo, domain: id.domain };
  if (id.kind === "null") {
    if (helo === null) problems.push(problemOf("helo", "missing"));
    return { identity: "mailfrom", sender: "", helo, domain: domain(helo) };
  }
  if (!given) problems.push(problemOf("sender", "missing"));
  return { identity: "mailfrom", sender: null, helo, domain: null };
}

function scopeOf(value: Value | undefined, problems: WhyProblem[]): Identity | null {
  if (value === undefined) return null;
  const word = /^(?:3d)?([a-z-]{0,20})/i.exec(value.text)![1]!;
  const scope = readScope(word);
  if (scope !== null) return scope;
  if (holdsMacro(value.text)) problems.push(problemOf("identity", "macro", value.text));
  // A scope that is cut is said of the link.
  else if (!value.isCut) problems.push(problemOf("identity", "unsupported", value.text));
  return null;
}

function ipOf(value: Value | undefined, problems: WhyProblem[]): string | null {
  if (value === undefined) {
    problems.push(problemOf("ip", "missing"));
    return null;
  }
  const word = /^[^\s;&]*/.exec(value.text)![0];
  const { ip, kind } = readIp(word, value.isCut);
  if (kind !== null) problems.push(problemOf("ip", holdsMacro(value.text) ? "macro" : kind, value.text));
  return ip;
}

function hostOf(field: "helo" | "receiver", value: Value | undefined, problems: WhyProblem[]): string | null {
  if (value === undefined) return null;
  if (holdsMacro(value.text)) {
    problems.push(problemOf(field, "macro", value.text));
    return null;
  }
  const host = readHost(value.text.replace(/^[<"'(]{1,5}/, ""));
  // A lone figure is no host: the old page wrote "0" for a receiver it did not know.
  if (host !== null && !/^\d{1,9}$/.test(host)) return host;
  problems.push(problemOf(field, "not-a-name", value.text));
  return null;
}

/** The rejecting host; of a recipient's address the domain alone, which names no person. */
function receiverOf(value: Value | undefined, problems: WhyProblem[]): string | null {
  if (value === undefined || /^<?unknown\b/i.test(value.text)) return null;
  const isAddress = !holdsMacro(value.text) && value.text.includes("@");
  const host = isAddress ? value.text.slice(value.text.lastIndexOf("@") + 1) : value.text;
  return hostOf("receiver", { ...value, text: host }, problems);
}

function identityOf(
  value: Value | undefined,
  field: "sender" | "helo",
  isLinkShort: boolean,
  problems: WhyProblem[],
): ReadIdentity {
  if (value === undefined) return { kind: "unread" };
  const add = (kind: WhyProblem["kind"]) => problems.push(problemOf(field, kind, value.text));
  if (holdsMacro(value.text)) {
    add("macro");
    return { kind: "unread" };
  }
  const id = readIdentity(value.text);
  const isCut = value.isCut && isLinkShort;
  if (id.kind === "address" && isCut && !/[.[]/.test(id.domain)) {
    add("truncated");
    return { kind: "unread" };
  }
  if (id.kind === "host" && !id.host.includes(".") && field === "sender") {
    add(isCut ? "truncated" : "not-an-address");
    return { kind: "unread" };
  }
  if (id.kind === "address" && id.address.length > LONGEST_ADDRESS) add("too-long");
  if (id.kind === "unread")
    add(value.text.length > 1_024 ? "too-long" : isCut ? "truncated" : "not-an-address");
  return id;
}
