import { type CheckOptions, checkHost, type Resolver } from "@/lib/spf";
import type { Language } from "@/lib/spf/sentence";
import { readArguments } from "./arguments";
import { answerLines } from "./batch";
import { CHECK_OPTIONS, type ReadRequest, readCheckCall, readCheckRequest } from "./check-request";
import { checkedJson, checkedLine, checkedText } from "./checked";
import type { Call, Command } from "./command";
import { DNS_HELP, type Sessions } from "./dns-options";
import { FAILED, OK } from "./fault";
import { jsonLine } from "./json-line";
import { failedQuestions } from "./trace-tree";

const HELP = `Usage: whyspf check --ip ADDRESS --sender ADDRESS [options]
       whyspf check --batch [options] < LINES

Says what SPF (RFC 7208) makes of a client that sends as this address, and why.

  --ip ADDRESS           the client's, IPv4 or IPv6
  --sender ADDRESS       of MAIL FROM; without one, or with <>, the HELO name is checked
  --helo NAME            what the client called itself
  --receiver NAME        the server that checks, for macros and headers
${DNS_HELP}
  --trace                each term, with what was asked of the DNS and what that meant; also of the terms behind the
                         one that decided, which change nothing
  --json                 {ip, sender, helo, receiver, identity, result, reason, explanation, mechanism, recordDomain,
                         lookups, voidLookups, headers: {receivedSpf, authenticationResults}[, trace]}
  --language ko|en       of what is said to people; without it, that of LANG
  --batch                reads JSON lines {id, ip, sender, helo, receiver?}, writes {id, result, explanation, mechanism,
                         lookups, voidLookups[, trace]} for each, or {id, error}

Exit code 0 for any result that SPF knows, 1 where a line of --batch could not be used, 2 for wrong options.
`;

const OPTIONS = { ...CHECK_OPTIONS, trace: { type: "boolean" } } as const;

/** Questions asked at most for terms behind the one that decided. */
const SHADOW = 20;

/** `whyspf check`. */
export const check: Command = {
  name: "check",
  summary: "say what SPF makes of a client and a sender, and why",
  help: HELP,
  async run(call) {
    const given = readArguments(call.args, OPTIONS);
    const { batch = false, json = false, trace = false } = given.values;
    const { read, sessions, language } = await readCheckCall(given, call);
    const options: CheckOptions = { clock: Date.now, trace: trace || !batch, shadow: trace ? SHADOW : 0 };
    return read === null
      ? await checkLines(call, sessions, options, trace)
      : await checkOne(call, read, sessions(), options, { json, trace, language });
  },
};

function checkLines(
  call: Call,
  sessions: Sessions,
  options: CheckOptions,
  isTraced: boolean,
): Promise<number> {
  return answerLines(call, async (line) => {
    const asked = readCheckRequest(line);
    if ("problem" in asked) return { error: `${asked.field} ${asked.problem}` };
    const checked = await checkHost(asked.request, sessions(), options);
    return { ...checkedLine(checked), ...(isTraced ? { trace: checked.trace } : {}) };
  });
}

interface Shown {
  json: boolean;
  trace: boolean;
  language: Language;
}

async function checkOne(
  { out, err, stop }: Call,
  read: ReadRequest,
  resolver: Resolver,
  options: CheckOptions,
  { json, trace, language }: Shown,
): Promise<number> {
  const checked = await checkHost(read.request, resolver, options);
  if (stop.aborted) return FAILED;
  for (const line of failedQuestions(checked.trace!)) err.write(`whyspf check: ${line}\n`);
  const text = json
    ? jsonLine(checkedJson(read, checked, trace))
    : checkedText(read, checked, trace, language);
  out.write(text);
  return OK;
}
