/** The page of a domain, a client or a log. */
export function subjectHref(kind: "domains" | "clients" | "sources", name: string | number): string {
  return `/${kind}/${encodeURIComponent(name)}`;
}

/** The messages of one envelope sender. */
export function senderHref(address: string): string {
  return `/messages?sender=${encodeURIComponent(address)}`;
}
