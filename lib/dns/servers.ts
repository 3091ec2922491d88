import { isIP } from "node:net";

/** Where to ask: an address (or a name the system knows) and a port. */
export interface DnsServer {
  /** IPv6 may carry a zone: `fe80::1%eth0`. */
  host: string;
  port: number;
}

/** Whom to ask, and how patiently. */
export interface DnsServers {
  servers: DnsServer[];
  /** For one try at one server. */
  timeoutMs: number;
  /** Rounds through the servers. */
  attempts: number;
}

const DNS_PORT = 53;
const MAX_SERVERS = 3;

/** What resolv.conf(5) says: nameservers, `options timeout:` and `attempts:`, with the limits of glibc; 127.0.0.1 where it names none. Lines that say something else, or nothing readable, are passed over. */
export function readResolvConf(text: string): DnsServers {
  const read: DnsServers = { servers: [], timeoutMs: 5000, attempts: 2 };
  for (const line of text.split(/\r?\n/)) {
    const [keyword, ...words] = line.trim().split(/[ \t]+/);
    if (keyword === "nameserver" && isIP((words[0] ?? "").split("%")[0]!) !== 0) {
      if (read.servers.length < MAX_SERVERS) read.servers.push({ host: words[0]!, port: DNS_PORT });
    } else if (keyword === "options") {
      for (const word of words) {
        const [, option, digits] = /^(timeout|attempts):(\d{1,9})$/.exec(word) ?? [];
        if (option === "timeout") read.timeoutMs = clamp(Number(digits), 30) * 1000;
        if (option === "attempts") read.attempts = clamp(Number(digits), 5);
      }
    }
  }
  if (read.servers.length === 0) read.servers.push({ host: "127.0.0.1", port: DNS_PORT });
  return read;
}

/** Reads `HOST:PORT[,…]`, as WHYSPF_DNS and `--dns` take it: IPv6 in brackets, port 53 where none is given. Null for anything else. */
export function readServerList(text: string): DnsServer[] | null {
  const read = entriesOf(text).map(readServer);
  const servers = read.filter((server) => server !== null);
  return servers.length === read.length ? servers : null;
}

/** Which entry of a list readServerList cannot take, and why, for the one who wrote it; null where it takes them all. */
export function serverListProblem(text: string): string | null {
  const entries = entriesOf(text);
  const at = entries.findIndex((entry) => readServer(entry) === null);
  if (at < 0) return null;
  const entry = entries[at]!;
  if (entry === "") return `entry ${at + 1} is empty`;
  const hint = isIP(entry.split("%")[0]!) === 6 ? `; IPv6 goes in brackets: [${entry}]:${DNS_PORT}` : "";
  return `entry ${at + 1} (${JSON.stringify(entry)}) is not HOST:PORT${hint}`;
}

/** A server as readServerList takes it. */
export function serverText({ host, port }: DnsServer): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

function entriesOf(text: string): string[] {
  return text.split(",").map((entry) => entry.trim());
}

function readServer(text: string): DnsServer | null {
  const [, bracketed, plain, digits] =
    /^(?:\[([^\]]{1,80})\]|([\w.-]{1,253}))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const port = digits === undefined ? DNS_PORT : Number(digits);
  if (port < 1 || port > 65_535) return null;
  if (bracketed !== undefined) return isIP(bracketed.split("%")[0]!) === 6 ? { host: bracketed, port } : null;
  if (plain === undefined || (/^[\d.]+$/.test(plain) && isIP(plain) !== 4)) return null;
  return { host: plain, port };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 1), most);
}
