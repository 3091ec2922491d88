import { readIp } from "./client-ip";
import { type Finding, type Placed, RANK } from "./findings";
import { readHost, readIdentity } from "./identity";

type Field = Finding["field"];

/** Words of a checker, and which fields the text before and behind them may hold. */
interface Words {
  mark: RegExp;
  before?: Field[];
  after?: Field[];
  /** Where a reply's words are worth less than others. */
  rank?: number;
}

const REACH = 330;
const MOST = 200;

/** What the replies and headers of SPF checkers say; every mark is short, what stands beside it is read apart. */
const WORDS: Words[] = [
  // Exim, SPFBL, cPanel: IP or sender, then domain or IP.
  {
    mark: /\bis not (?:allowed|authori[sz]ed|permitted) to send(?: (?:e-?)?mails?)?(?: from| for| on behalf of| as)?\b/gi,
    before: ["ip", "sender"],
    after: ["ip", "sender"],
  },
  { mark: /\bdoes not designate\b/gi, before: ["sender"], after: ["ip"] },
  { mark: /\bdesignates\b/gi, before: ["sender"], after: ["ip"] },
  // Mail::SPF.
  { mark: /\bauthori[sz]ed(?: by default)? to use '/gi, after: ["sender"] },
  // smf-spf.
  { mark: /\bSPF policy evaluation\. sender:/gi, after: ["sender"] },
  { mark: /\bclient-ip[:=]/gi, after: ["ip"] },
  { mark: /\benvelope-from[:=]/gi, after: ["sender"] },
  { mark: /\bsmtp\.mailfrom=/gi, after: ["sender"] },
  { mark: /\bsmtp\.helo=|(?<=[\s;(])helo=/gi, after: ["helo"] },
  { mark: /(?<=[;)]\s{0,3})receiver=/gi, after: ["receiver"] },
  // Gmail.
  { mark: /\bSPF check for\s{1,12}\[/gi, after: ["sender"] },
  { mark: /\bSPF(?: with)?\s{1,12}\[/gi, after: ["ip", "sender"] },
  { mark: /\bMAIL\s{1,12}FROM\s{1,12}domain\s{1,12}\[/gi, after: ["sender"] },
  { mark: /\bwith(?:\s{1,12}the)?\s{1,12}ip:/gi, after: ["ip"] },
  // Lines of a mail server's log.
  { mark: /\b(?:CONNECT|HELO|MAIL|RCPT|DATA|END-OF-MESSAGE) from [^\s[]{0,255}\[/g, after: ["ip"] },
  { mark: /[;,] from=</g, after: ["sender"] },
  { mark: / F=</g, after: ["sender"] },
  { mark: /\bMilter: from=</g, after: ["sender"] },
  // Postfix, Exim, qmail, sendmail, Exchange of the other side.
  { mark: /: Sender address rejected:/gi, before: ["sender"] },
  { mark: /\bhost (?=[a-z0-9.-]{1,253}\s{0,5}\[[0-9a-f.:]{3,45}\])/gi, after: ["receiver"] },
  { mark: /\bwhile talking to /gi, after: ["receiver"] },
  { mark: /\bConnected to (?=[a-z0-9.-]{1,253}:)/gi, after: ["receiver"] },
  { mark: /\bhost: (?=[a-z0-9.-]{1,253} \()/gi, after: ["receiver"] },
  // Korean reports.
  { mark: /(?:발신|발송|보낸|송신)[^\n:]{0,12}IP[^\n:]{0,8}:/gi, after: ["ip"] },
  // The same words head a mail: its author need not be who sent it, and may be the mail system.
  {
    mark: /(?:보낸 ?(?:사람|이)|보내는 ?(?:사람|이)|발신[자인]|송신[자인])(?: ?(?:이?메일)?(?: ?주소)?)? {0,9}[:\uff1a] {0,9}(?:[^\n<>@]{0,80}<)?(?!(?:mailer-daemon|postmaster)@)(?=[^\s<>@]{1,64}@)/gi,
    after: ["sender"],
    rank: RANK.guess,
  },
];

/** What a line tells in a checker's own words. */
export function wordsFindings(text: string, line: number, from: "reply" | "header"): Placed[] {
  const findings: Placed[] = [];
  for (const { mark, before, after, rank = RANK.reply } of WORDS) {
    let seen = 0;
    for (const match of text.matchAll(mark)) {
      if (seen++ === MOST) break;
      const end = match.index + match[0].length;
      const sides = [
        before && readOne(lastWord(text.slice(Math.max(0, match.index - REACH), match.index)), before),
        after && readOne(text.slice(end, end + REACH), after),
      ];
      for (const side of sides) {
        if (side)
          findings.push({
            ...side,
            at: match.index,
            line,
            from,
            rank: from === "reply" ? rank : RANK.header,
          });
      }
    }
  }
  return findings;
}

/** The word that ends a text, without the marks around it; a quoted local part belongs to it. */
function lastWord(text: string): string {
  const plain = text.replace(/[\s>\])"':]{1,20}$/, "");
  return /(?:"(?:[^"\\\n]|\\.){0,64}"@)?[^\s<>()[\]"']{1,320}$/.exec(plain)?.[0] ?? "";
}

function readOne(text: string, fields: Field[]): { field: Field; value: string } | null {
  const bare = text.replace(/^[\s=<[("']{1,20}/, "");
  const word = /^[^\s<>()[\]"',;]{0,320}/.exec(bare)![0].replace(/[.:]{1,3}$/, "");
  const readers = {
    ip: () => ipOf(word),
    sender: () => senderOf(text.replace(/^[\s=<[(']{1,20}/, "")),
    // A literal keeps its brackets.
    helo: () => readHost(text.replace(/^[\s=<]{1,20}/, "")),
    receiver: () => readHost(bare),
  };
  for (const field of fields) {
    const value = readers[field]();
    if (value !== null && (field !== "receiver" || value.includes("."))) return { field, value };
  }
  return null;
}

function ipOf(word: string): string | null {
  return readIp(word).ip;
}

/** An address, or the domain alone that stands for any of its addresses. */
function senderOf(text: string): string | null {
  const id = readIdentity(text);
  if (id.kind === "address") return id.address;
  return id.kind === "host" && id.host.includes(".") && ipOf(id.host) === null ? id.host : null;
}
