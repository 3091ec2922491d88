import { servedAt } from "@/lib/accounts/served-at";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { visibleText } from "@/lib/mail/visible-text";
import { CHECKERS, type CheckerName } from "@/lib/why/checker-lines";
import { whyUrl } from "@/lib/why/write-url";
import { originOf } from "./announce";
import { readArguments, readLanguage, readNumber } from "./arguments";
import { readCheckRequest } from "./check-request";
import { checkerJson, checkerText } from "./checker-text";
import type { Call, Command } from "./command";
import { FAILED, OK, UsageFault } from "./fault";
import { messageLink } from "./message-link";

const HELP = `Usage: whyspf why-url [--checker NAME] [options]
       whyspf why-url --ip ADDRESS --sender ADDRESS [--helo NAME] [--receiver NAME] [options]
       whyspf why-url --message HOST/QUEUEID [--days N] [options]

Links to the page that tells senders why a message was refused. Without more: the exact lines that make each SPF checker
print them, and those that lead links of old names here.

  --checker NAME         the lines for one: ${wrapped(CHECKERS)}
  --ip, --sender, --helo, --receiver
                         the link for a message that these tell of; whoever opens it sees what SPF says now
  --message HOST/QUEUEID a signed link for one stored message: whoever holds it also sees what the log has of it
  --days N               how long that link is good for, from 1 to 400 (30)
  --json                 {url, checkers: [{name, title, way, link, steps: [{file, text}], place, notes}], redirects},
                         {url}, or {url, host, queueId, expires}
  --language ko|en       of what is said to people; without it, that of LANG

Links begin with WHYSPF_URL, or with the address where the pages were served last. Exit code 0 with a link, 1 where there
is no such message, 2 for wrong options.
`;

function wrapped(names: readonly string[]): string {
  const lines = [0, 6, 12].map((from) => names.slice(from, from + 6).join(", "));
  return lines.join(`,\n${" ".repeat(25)}`);
}

const OPTIONS = {
  checker: { type: "string" },
  message: { type: "string" },
  days: { type: "string" },
  ip: { type: "string" },
  sender: { type: "string" },
  helo: { type: "string" },
  receiver: { type: "string" },
  json: { type: "boolean" },
  language: { type: "string" },
} as const;

type Values = {
  [Name in keyof typeof OPTIONS]?: (typeof OPTIONS)[Name]["type"] extends "boolean" ? boolean : string;
};

/** What each way of calling takes, by the option that says which it is. */
const WAYS = {
  message: ["message", "days"],
  ip: ["ip", "sender", "helo", "receiver"],
  checker: ["checker"],
} as const;

/** `whyspf why-url`. */
export const whyUrlCommand: Command = {
  name: "why-url",
  summary: "print links to the why page, and how each checker comes to print them",
  help: HELP,
  async run(call) {
    const { values, positionals } = readArguments(call.args, OPTIONS);
    if (positionals.length > 0) throw new UsageFault(`takes options only, not "${positionals[0]}".`);
    const { json = false } = values;
    const language = readLanguage(values.language, call.config.language);
    const way = wayOf(values);
    if (way === "message") return await printMessageLink(call, values, json);
    if (way === "ip") return await printLink(call, values, json);
    const names = readCheckers(values.checker);
    const base = await baseOf(call, () => withClient(call, servedAt));
    call.out.write(json ? checkerJson(base, names, language) : checkerText(base, names, language));
    return OK;
  },
};

function wayOf(values: Values): keyof typeof WAYS {
  const given = Object.keys(values).filter((name) => name !== "json" && name !== "language");
  const way =
    values.message !== undefined
      ? "message"
      : WAYS.ip.some((name) => values[name] !== undefined)
        ? "ip"
        : "checker";
  const strange = given.find((name) => !(WAYS[way] as readonly string[]).includes(name));
  if (strange !== undefined)
    throw new UsageFault(
      way === "checker" ? `takes --${strange} only with --message.` : `takes no --${strange} with --${way}.`,
    );
  return way;
}

function readCheckers(name: string | undefined): CheckerName[] {
  if (name === undefined) return [...CHECKERS];
  const known = CHECKERS.find((checker) => checker === name);
  if (known === undefined)
    throw new UsageFault(`--checker knows ${CHECKERS.join(", ")}, not "${visibleText(name)}".`);
  return [known];
}

async function printLink(call: Call, values: Values, json: boolean): Promise<number> {
  const read = readCheckRequest(values);
  if ("problem" in read) throw new UsageFault(`--${read.field} ${visibleText(read.problem)}.`);
  const { ip, sender, helo, receiver = null } = read.request;
  const base = await baseOf(call, () => withClient(call, servedAt));
  const url = whyUrl(base, {
    identity: read.identity,
    sender: read.identity === "helo" ? null : sender,
    helo: helo === "" ? null : helo,
    ip,
    receiver,
  });
  call.out.write(json ? `${JSON.stringify({ url })}\n` : `${url}\n`);
  return OK;
}

async function printMessageLink(call: Call, values: Values, json: boolean): Promise<number> {
  const text = values.message!;
  const slash = text.indexOf("/");
  if (slash < 1 || slash === text.length - 1)
    throw new UsageFault(`--message takes HOST/QUEUEID, not "${visibleText(text)}".`);
  const key = { host: text.slice(0, slash), queueId: text.slice(slash + 1) };
  const days = readNumber("days", values.days, 1, 400) ?? 30;
  return await withClient(call, async (client) => {
    const base = await baseOf(call, () => servedAt(client));
    const link = await messageLink(client, base, key, Date.now() + days * 86_400_000);
    if (link === null) {
      call.err.write(
        `whyspf why-url: ${visibleText(key.host)} has no message ${visibleText(key.queueId)} in this database.\n`,
      );
      return FAILED;
    }
    call.out.write(json ? `${JSON.stringify(link)}\n` : `${link.url}\n`);
    return OK;
  });
}

/** The page's address; `served` is asked where WHYSPF_URL says none. One that nobody else can reach is said to be so. */
async function baseOf({ config, err }: Call, served: () => Promise<string | null>): Promise<string> {
  const { url, port } = config;
  const origin = url ?? (await served()) ?? originOf({ host: "127.0.0.1", port }, null);
  if (/^https?:\/\/(?:127\.|localhost\b|\[::1\])/i.test(origin))
    err.write(
      `whyspf why-url: nobody else can open ${origin}: set WHYSPF_URL to how people reach the pages.\n`,
    );
  return `${origin}/why`;
}

async function withClient<T>({ config }: Call, work: (client: PrismaClient) => Promise<T>): Promise<T> {
  const client = await openReader(config.databaseUrl);
  return await work(client).finally(() => client.$disconnect());
}
