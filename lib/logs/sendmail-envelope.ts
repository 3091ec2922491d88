import { readPath } from "@/lib/mail/address";
import type { DeliveryStatus, Fact, LineFate } from "./fact";
import { readRelay } from "./sendmail-relay";

type Emit = (fact: Fact) => void;

/** sendmail cuts a logged address here and loses its closing bracket. */
const ADDRESS_CUT = 195;
const LOCAL_MAILERS = new Set([
  "local",
  "procmail",
  "prog",
  "*file*",
  "*include*",
  "lmtp",
  "cyrus",
  "cyrusv2",
  "dovecot",
  "mailbox",
]);

function readNumber(text: string, from: number): number | null {
  let value = 0;
  let at = from;
  for (; at < from + 10; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
  }
  return at === from || value > 0x7fff_ffff ? null : value;
}

/** Where the address that starts at `from` ends: just before the fixed field that follows it. */
function fieldAfterAddress(text: string, from: number, end: number, field: string): number {
  if (text.startsWith(field, end)) return end;
  const cut = text.indexOf(field, from + ADDRESS_CUT);
  return cut >= 0 ? cut : text.indexOf(field, from);
}

/** `from=A, size=N, class=0, nrcpts=N[, msgid=I], …, relay=H [IP]`; relay is the last field, its address at the very end. */
export function readEnvelope(text: string, from: number, queueId: string, emit: Emit): LineFate {
  const path = readPath(text, from);
  const size = fieldAfterAddress(text, from, path ? path.end : from, ", size=");
  if (size < 0) return "unknown";
  const count = text.indexOf(", nrcpts=", size);
  const relay = text.lastIndexOf(", relay=");
  const client = relay > size ? readRelay(text, relay + 8, text.length) : { name: null, ip: null };
  const whole = path !== null && path.end === size;
  emit({
    kind: "envelope",
    queueId,
    envelopeFrom: whole ? path.address : text.slice(from, size).replace(/^<|>$/g, ""),
    size: readNumber(text, size + 7),
    recipientCount: count < 0 ? null : readNumber(text, count + 9),
    messageId: count < 0 ? null : readMessageId(text, count),
    clientName: client.name,
    clientIp: client.ip,
    helo: null,
  });
  return "matched";
}

function readMessageId(text: string, from: number): string | null {
  const comma = text.indexOf(",", from + 9);
  if (comma < 0 || !text.startsWith(", msgid=", comma)) return null;
  const start = comma + 8;
  const close = text.charCodeAt(start) === 60 ? text.indexOf(">", start) : text.indexOf(", ", start) - 1;
  const end = close < start || close - start > 200 ? start + 100 : close + 1;
  return text.slice(start, Math.min(end, text.length)) || null;
}

function readRecipients(text: string, from: number): { recipients: string[]; end: number } {
  const recipients: string[] = [];
  let at = from;
  while (recipients.length < 1000) {
    if (text.startsWith("...", at)) break;
    const path = readPath(text, at);
    if (!path) break;
    if (path.address !== "") recipients.push(path.address);
    at = path.end;
    if (text.charCodeAt(at) !== 44 || text.charCodeAt(at + 1) === 32) break;
    at++;
  }
  return { recipients, end: at };
}

/** `to=R[,R…], [ctladdr=…, ]delay=…, xdelay=…, mailer=…, pri=…, [relay=…, ]dsn=…, [reply=…, ]stat=…`. */
export function readDelivery(text: string, from: number, queueId: string, emit: Emit): LineFate {
  const { recipients, end } = readRecipients(text, from);
  const delay = text.indexOf(", delay=", end);
  if (delay < 0) return "unknown";
  const seconds = readField(text, delay, ", xdelay=");
  const mailer = readField(text, delay, ", mailer=");
  const dsn = readField(text, delay, ", dsn=");
  const status = readStatus(text, dsn.end < 0 ? delay : dsn.end, dsn.value);
  if (!status) return "unknown";
  if (recipients.length === 0) return "matched";
  emit({
    kind: "delivery",
    queueId,
    recipients,
    status: status.status,
    enhancedStatus: dsn.value,
    reply: status.text,
    attempted: mailer.value !== null,
    local: mailer.value !== null && LOCAL_MAILERS.has(mailer.value),
    seconds: seconds.value === null ? null : readDuration(seconds.value),
  });
  return "matched";
}

function readField(text: string, from: number, name: string): { value: string | null; end: number } {
  const start = text.indexOf(name, from);
  if (start < 0) return { value: null, end: -1 };
  const at = start + name.length;
  const comma = text.indexOf(",", at);
  const end = comma < 0 ? text.length : comma;
  return { value: text.slice(at, Math.min(end, at + 64)), end };
}

/** The class of the status code is believed before the words, which a remote server may have written. */
function readStatus(
  text: string,
  from: number,
  dsn: string | null,
): { status: DeliveryStatus; text: string } | null {
  const start = text.indexOf(", stat=", from);
  if (start < 0) return null;
  const words = text.slice(start + 7, start + 307);
  const known = statusOfWords(words);
  const kind = dsn === null ? 0 : dsn.charCodeAt(0) - 48;
  if (kind === 5 && (known === "sent" || known === null)) return { status: "failed", text: words };
  if (kind === 4 && (known === "sent" || known === null)) return { status: "deferred", text: words };
  if (kind === 2 && known === null) return { status: "sent", text: words };
  return { status: known ?? "failed", text: words };
}

function statusOfWords(words: string): DeliveryStatus | null {
  if (words.startsWith("Sent")) return "sent";
  if (words.startsWith("Deferred")) return "deferred";
  if (words.startsWith("queued")) return "queued";
  if (words.startsWith("quarantine")) return "quarantined";
  return null;
}

/** Seconds of `[d+]hh:mm:ss`; null if it is none. */
export function readDuration(text: string): number | null {
  const match = /^(?:(\d{1,4})\+)?(\d\d):(\d\d):(\d\d)$/.exec(text);
  if (!match) return null;
  const [, days, hours, minutes, seconds] = match;
  return ((Number(days ?? 0) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
