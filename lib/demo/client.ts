/** A client as a mail server of the demo sees it. */
export interface Client {
  /** Canonical text (RFC 5952). */
  ip: string;
  /** Its name in the DNS, if it has one. */
  name: string | null;
  /** The name does not lead back to the address. */
  forged: boolean;
  helo: string;
}

/** A client whose names agree. */
export function named(name: string, ip: string): Client {
  return { ip, name, forged: false, helo: name };
}
