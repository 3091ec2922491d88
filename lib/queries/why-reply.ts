const QUOTED_LOCAL_PART = /"[^"]*"(?=@|%40)/gi;
const WORD = /[^\s<>()[\],;"&?|]+/g;
const AT = /@|%40/gi;
/** What stands before an address in a URL or a label, and may be shown. */
const BEFORE =
  /^(?:https?:\/\/[^@]*\/)?(?:(?:id|identity|sender|from|mailfrom|r|receiver|rcvr|to|for)[=:])?/i;
const LOCAL_NAME = /<(?![^<>]*%40)[^<>@:/\s]+>/gi;

/**
 * A server's reply without local parts of others, which it may name: of all addresses only the sender's own stays whole.
 * Any text in, in time that grows with its length.
 */
export function replyToSender(reply: string, sender: string | null): string {
  const own = sender?.toLowerCase() || null;
  return reply
    .replace(LOCAL_NAME, "<…>")
    .replace(QUOTED_LOCAL_PART, "…")
    .replace(WORD, (word) => (/@|%40/i.test(word) ? withoutLocalPart(word, own) : word));
}

function withoutLocalPart(word: string, own: string | null): string {
  const plain = word.replace(AT, "@");
  const before = BEFORE.exec(plain)![0];
  const address = plain.slice(before.length).replace(/[.:!]{1,3}$/, "");
  if (address.toLowerCase() === own) return word;
  return `${before}…${plain.slice(plain.lastIndexOf("@"))}`;
}
