import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** What names one stored message: the machine that logged it and its queue id there. */
export interface MessageKey {
  host: string;
  queueId: string;
}

/** A link's parameters: the message, the end of its time in seconds (base 36), and the seal over both. */
export interface SignedMessage {
  m: string;
  e: string;
  t: string;
}

/** The longest that a link may be good for, ms; one that claims more opens nothing. */
export const LONGEST_WHY_LINK = 400 * 24 * 3_600_000;

/** Encoding and purpose of this release's seals; another form takes another name. */
const FORM = "whyspf why link 1";
/** As many characters as a URL may have at all. */
const LONGEST = 8192;
/** 128 bits in base64url. */
const SEAL_BYTES = 16;
const SEAL = /^[\w-]{22}$/;
/** The one way to write a positive number that is exact in milliseconds too. */
const EXPIRY = /^[1-9a-z][0-9a-z]{0,7}$/;

/**
 * The parameters of a link by which whoever holds it sees what became of one message, until `expiresAt` (epoch ms, at most
 * LONGEST_WHY_LINK ahead). `secret` is the site's (authSecret).
 */
export function signedMessage(
  secret: string,
  { host, queueId }: MessageKey,
  expiresAt: number,
): SignedMessage {
  const m = `${written(host)}/${written(queueId)}`;
  const e = Math.floor(expiresAt / 1000).toString(36);
  return { m, e, t: sealFor(secret, m, e) };
}

/** The message that a link's parameters name; null where they are forged, changed, expired, or anything else. */
export function readSignedMessage(given: unknown, secret: string, now: number): MessageKey | null {
  const { m, e, t } = (given ?? {}) as Partial<Record<keyof SignedMessage, unknown>>;
  if (typeof m !== "string" || typeof e !== "string" || typeof t !== "string") return null;
  if (m.length > LONGEST || !EXPIRY.test(e) || !SEAL.test(t)) return null;
  // The texts are compared, not the bytes they stand for: the last character has bits that stand for none.
  if (!timingSafeEqual(Buffer.from(t), Buffer.from(sealFor(secret, m, e)))) return null;
  const left = Number.parseInt(e, 36) * 1000 - now;
  return left > 0 && left <= LONGEST_WHY_LINK ? readKey(m) : null;
}

/** The expiry comes first and has no line break, so no two pairs make the same text. */
function sealFor(secret: string, m: string, e: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", FORM, 32));
  const seal = createHmac("sha256", key).update(`${FORM}\n${e}\n${m}`).digest();
  return seal.subarray(0, SEAL_BYTES).toString("base64url");
}

/** A text without "/", of which a URL keeps every character that is usual in names. */
function written(text: string): string {
  // Half of a surrogate pair has no UTF-8, and is not stored as such either.
  return encodeURIComponent(Buffer.from(text).toString());
}

function readKey(m: string): MessageKey | null {
  const [host, queueId, ...rest] = m.split("/");
  if (!host || !queueId || rest.length > 0) return null;
  try {
    return { host: decodeURIComponent(host), queueId: decodeURIComponent(queueId) };
  } catch {
    return null;
  }
}
