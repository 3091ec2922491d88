/** What mail systems put into an envelope sender: a forwarder's rewriting, a domain's own signature or numbering. */
export type SenderTag = "srs" | "batv" | "verp";

/** How an envelope sender was rewritten, signed (BATV) or numbered for bounces (VERP); null for a plain address. */
export function senderTag(address: string): SenderTag | null {
  const localPart = address.slice(0, Math.max(0, address.lastIndexOf("@")));
  if (/^SRS[01][=+-]/i.test(localPart)) return "srs";
  if (/^(?:prvs|btv1)=[^=]{0,64}=/i.test(localPart)) return "batv";
  const isNumbered = /^bounces?[+=-]/i.test(localPart);
  return isNumbered || /^[^=]{1,120}=[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}$/i.test(localPart)
    ? "verp"
    : null;
}
