import { canonicalIp } from "@/lib/net/ip";
import { withoutRoot } from "@/lib/spf/domain-name";
import { diagnosisInput } from "@/lib/why/answer";
import { checkedDomain } from "@/lib/why/identity";
import { type CheckableRequest, liveAnswer } from "@/lib/why/live-answer";
import { readArguments } from "./arguments";
import { answerLines } from "./batch";
import { CHECK_OPTIONS, type ReadRequest, readCheckCall, readCheckRequest } from "./check-request";
import type { Command } from "./command";
import { DNS_HELP, type Sessions } from "./dns-options";
import { FAILED, OK } from "./fault";
import { jsonLine } from "./json-line";
import { type Suggested, suggestedJson, suggestedText } from "./suggested";
import { failedQuestions } from "./trace-tree";

const HELP = `Usage: whyspf suggest --ip ADDRESS --sender ADDRESS [options]
       whyspf suggest --batch [options] < LINES

Suggests the smallest safe change to an SPF record that makes a server pass, and says who must act. The change is
computed whatever the diagnosis is, and evaluated before it is shown: publish it only if the server is yours.

  --ip ADDRESS           the server's that sent the message, IPv4 or IPv6
  --sender ADDRESS       of MAIL FROM; without one, or with <>, the HELO name's record is looked at
  --helo NAME            what the server called itself
  --receiver NAME        the server that refused the message
${DNS_HELP}
  --json                 {domain, published, suggested, noneBecause, edits: [{kind, from, to, text, reason}], warnings,
                         zoneLines, pair: {fail, softfail}, before: {result, lookups, voidLookups}, after, lookups,
                         diagnosis: {kind, who, certainty}}
  --language ko|en       of what is said to people; without it, that of LANG
  --batch                reads JSON lines {id, ip, sender, helo, receiver?}, writes the same object with the id for each,
                         or {id, error}

"published" is null without a record, "suggested" where nothing is to be changed ("noneBecause" says why). "from" and "to"
count characters of the published record, from 0, to the one after. Exit code 0 with a suggestion or without, 1 where a
line of --batch could not be used, 2 for wrong options.
`;

/** `whyspf suggest`. */
export const suggest: Command = {
  name: "suggest",
  summary: "suggest the change to an SPF record that makes a server pass, and say who must act",
  help: HELP,
  async run(call) {
    const given = readArguments(call.args, CHECK_OPTIONS);
    const { json = false } = given.values;
    const { read, sessions, language } = await readCheckCall(given, call);
    if (read === null)
      return await answerLines(call, async (line) => {
        const asked = readCheckRequest(line);
        if ("problem" in asked) return { error: `${asked.field} ${asked.problem}` };
        return suggestedJson(await suggestFor(asked, sessions));
      });
    const found = await suggestFor(read, sessions);
    if (call.stop.aborted) return FAILED;
    for (const line of failedQuestions(found.now.trace!)) call.err.write(`whyspf suggest: ${line}\n`);
    call.out.write(json ? jsonLine(suggestedJson(found)) : suggestedText(found, language));
    return OK;
  },
};

async function suggestFor(read: ReadRequest, sessions: Sessions): Promise<Suggested> {
  const found = await liveAnswer(whyRequestOf(read), {
    resolver: sessions(),
    suggesting: sessions(),
    clock: Date.now,
    then: null,
    isAlways: true,
  });
  const { diagnosis } = found;
  return { now: found.now!, suggestion: found.suggestion!, diagnosis, input: diagnosisInput(found) };
}

/** The same request as the why page has it. */
function whyRequestOf({
  request: { ip, domain, sender, helo, receiver },
  identity,
}: ReadRequest): CheckableRequest {
  return {
    identity,
    sender: identity === "helo" ? null : sender,
    helo: helo === "" ? null : helo,
    ip: canonicalIp(ip)!,
    receiver: receiver ?? null,
    domain: checkedDomain(withoutRoot(domain)),
    problems: [],
  };
}
