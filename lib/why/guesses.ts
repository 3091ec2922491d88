import { readIp } from "./client-ip";
import { type Placed, RANK } from "./findings";
import { readIdentity } from "./identity";

/** In small letters alone it may be the name of a host. */
const SPF =
  /\bSPF\b|\bspf[ =:_-]{1,2}(?:hard|soft)?(?:fail|check|error|rec)|[Ss]ender [Pp]olicy [Ff]ramework/g;
const NAMES_RECIPIENT =
  /(?:\bto=|\barg1=|\brcpt\b.{0,6}|\bfor |\bto: ?|(?:받는 ?(?:사람|이)|수신[자인])[^\n@]{0,12}[:\uff1a] ?)<?$/i;
const REACH = 400;
const MOST = 20;
const HOSTS = /\b(?:host |relay=|to )[a-z0-9.-]{1,253}\s{0,3}[[(][0-9a-f.:]{3,45}[\])]/gi;
const IP = /(?<![\w.:@-])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?![\w:@-])/gi;
const ADDRESS = /(?<![^\s<>"'()[\],;:])[^\s<>"'()[\],;:@]{1,64}@[a-z0-9.-]{1,253}/gi;

/** The one address and the one sender near the word SPF, for replies in words of their own; none where there are more. */
export function guesses(text: string, recipients: Set<string>): Placed[] {
  const ips = new Map<string, number>();
  const senders = new Map<string, number>();
  let seen = 0;
  for (const match of text.matchAll(SPF)) {
    if (seen++ === MOST) break;
    const from = Math.max(0, match.index - REACH);
    const near = text.slice(from, match.index + REACH).replace(HOSTS, (host) => " ".repeat(host.length));
    for (const { 0: word, index } of near.matchAll(IP)) {
      const { ip } = readIp(word);
      if (ip !== null && !ips.has(ip)) ips.set(ip, from + index);
    }
    for (const { 0: word, index } of near.matchAll(ADDRESS)) {
      const id = readIdentity(word);
      const at = from + index;
      const behind = at + word.length;
      if (id.kind !== "address" || recipients.has(id.address.toLowerCase())) continue;
      if (isOther(id.address, text.slice(Math.max(0, at - 30), at), text.slice(behind, behind + 40)))
        continue;
      if (!senders.has(id.address)) senders.set(id.address, at);
    }
  }
  return [...onlyOne(ips, "ip"), ...onlyOne(senders, "sender")];
}

/** Whether an address is a recipient's, or a mail system's own; `<x>... ` of sendmail may be either's. */
function isOther(address: string, before: string, behind: string): boolean {
  return (
    NAMES_RECIPIENT.test(before) ||
    /^(?:mailer-daemon|postmaster)@/i.test(address) ||
    /^>?(?:: (?:recipient address rejected|host )|\.\.\. )/i.test(behind)
  );
}

function onlyOne(found: Map<string, number>, field: "ip" | "sender"): Placed[] {
  const [first] = found;
  if (first === undefined || found.size > 1) return [];
  return [{ field, value: first[0], at: first[1], line: 0, from: "reply", rank: RANK.guess }];
}
