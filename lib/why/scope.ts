/** The identities that SPF checks (RFC 7208 sections 2.3 and 2.4). */
export type Identity = "mailfrom" | "helo";

const WORDS = new Map<string, Identity>([
  ["mailfrom", "mailfrom"],
  ["mail-from", "mailfrom"],
  ["mfrom", "mailfrom"],
  ["helo", "helo"],
  ["ehlo", "helo"],
]);

/** The identity that a scope names, in any case; null for another, such as Sender ID's "pra". */
export function readScope(text: string): Identity | null {
  return WORDS.get(text.toLowerCase()) ?? null;
}
