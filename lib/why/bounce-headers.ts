import { domainOf, readPath } from "@/lib/mail/address";
import { readIp } from "./client-ip";
import { type Finding, RANK } from "./findings";
import { readHost, readIdentity } from "./identity";

/** What the header fields of a bounce and of the message in it tell, one field after the other. */
export interface HeaderNotes {
  findings: Finding[];
  /** Whom the message was for; they are not its sender. */
  recipients: Set<string>;
  reporter: { host: string; line: number } | null;
  received: { text: string; line: number }[];
  /** Whether the fields are still those of the pasted mail itself, whether it is a report, and to whom. */
  isTop: boolean;
  isReport: boolean;
  addressee: { address: string; line: number } | null;
}

const MOST = 500;

/** Notes with nothing in them. */
export function noNotes(): HeaderNotes {
  return {
    findings: [],
    recipients: new Set(),
    reporter: null,
    received: [],
    isTop: true,
    isReport: false,
    addressee: null,
  };
}

/** Takes a line as a header field (RFC 3464 section 2, RFC 5322); gives its name in lower case, null for other lines. */
export function noteHeader(text: string, line: number, notes: HeaderNotes): string | null {
  const match = /^([A-Za-z][A-Za-z-]{1,40}):[ \t]{0,9}/.exec(text);
  if (match === null) return null;
  const name = match[1]!.toLowerCase();
  const value = text.slice(match[0].length, match[0].length + 4_096);
  const add = (field: Finding["field"], found: string | null, rank: number) => {
    if (found !== null && notes.findings.length < MOST)
      notes.findings.push({ field, value: found, line, from: "header", rank });
  };
  if (notes.isTop) noteTop(name, value, line, notes);
  if (name === "remote-mta") add("receiver", mtaOf(value), RANK.header);
  else if (name === "reporting-mta") notes.reporter ??= hostNote(mtaOf(value), line);
  else if (name === "x-postfix-sender") add("sender", addressOf(afterType(value)), RANK.header);
  else if (name === "return-path" || name === "x-envelope-from") add("sender", addressOf(value), RANK.header);
  else if (name === "received" && notes.received.length < 50) notes.received.push({ text: value, line });
  else if (/^(?:final-recipient|original-recipient|x-failed-recipients)$/.test(name))
    noteRecipient(value, notes);
  return name;
}

/** A report goes to the envelope sender of what it reports (RFC 3464 section 2). */
function noteTop(name: string, value: string, line: number, notes: HeaderNotes): void {
  const report =
    name === "from" ? /mailer-daemon|postmaster|mail delivery/i : /multipart\/report|auto-replied/i;
  if (/^(?:from|content-type|auto-submitted)$/.test(name)) notes.isReport ||= report.test(value);
  const address = name === "to" ? addressOf(value) : null;
  if (address !== null) notes.addressee ??= { address, line };
}

/** Whom a report went to. */
export function addresseeFindings({ isReport, addressee }: HeaderNotes): Finding[] {
  if (!isReport || addressee === null) return [];
  return [
    { field: "sender", value: addressee.address, line: addressee.line, from: "header", rank: RANK.hint },
  ];
}

function noteRecipient(value: string, notes: HeaderNotes): void {
  const address = addressOf(afterType(value));
  if (address !== null && notes.recipients.size < MOST) notes.recipients.add(address.toLowerCase());
}

/** Who took the message from whom, if the host that refused it says so itself: others' clients are not the one checked. */
export function receivedFindings(notes: HeaderNotes, receiver: string | null): Finding[] {
  if (receiver === null) return [];
  for (const { text, line } of notes.received) {
    const match =
      /^from\s{1,9}([^\s()]{1,255})\s{1,9}\((?:[^\s()[\]]{0,255}\s{0,3})\[?([0-9A-Fa-f:.IPv]{3,50})\]?[^()]{0,100}\)\s{1,9}(?:\([^()]{0,200}\)\s{1,9})?by\s{1,9}([^\s();]{1,255})/i.exec(
        text,
      );
    if (match?.[3]?.toLowerCase() !== receiver.toLowerCase()) continue;
    const base = { line, from: "received", rank: RANK.received } as const;
    const [helo, ip] = [readHost(match[1]!), readIp(match[2]!).ip];
    return [
      ...(helo === null ? [] : [{ ...base, field: "helo" as const, value: helo }]),
      ...(ip === null ? [] : [{ ...base, field: "ip" as const, value: ip }]),
    ];
  }
  return [];
}

function hostNote(host: string | null, line: number): HeaderNotes["reporter"] {
  return host === null ? null : { host, line };
}

function mtaOf(value: string): string | null {
  const host = readHost(afterType(value));
  return host?.includes(".") ? host : null;
}

/** What stands behind `dns;` or `rfc822;`. */
function afterType(value: string): string {
  return value.replace(/^\s{0,9}[\w-]{1,20}\s{0,9};\s{0,9}/, "");
}

function addressOf(value: string): string | null {
  const open = value.indexOf("<");
  const path = readPath(value.trim(), 0);
  const text = open >= 0 ? value.slice(open) : (path?.address ?? "");
  const id = readIdentity(text);
  if (id.kind !== "address" || domainOf(id.address) === null) return null;
  return /^(?:mailer-daemon|postmaster)@/i.test(id.address) ? null : id.address;
}
