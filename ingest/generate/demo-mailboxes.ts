import type { Random } from "@/lib/demo/random";
import type { Envelope } from "./envelope";
import { writeProcmail } from "./procmail";
import { relayOf, type Server } from "./server";
import { receivedSpf } from "./spfmilter-text";
import { writeSender, writeSubject } from "./subjects";
import type { Transaction } from "./transaction";

const OFFSET = 540;

/** procmail's log of every message that a server delivered to its own mailboxes, up to `until`. */
export function mailboxLog(
  played: readonly { mail: Envelope; transaction: Transaction }[],
  server: Server,
  until: number,
  random: Random,
): string[] {
  const events = played.flatMap(({ mail, transaction }) => {
    if (transaction.deliveries.length === 0) return [];
    const bait = mail.result === "fail" && !mail.from.includes("daon-trade");
    const subject = random.chance(0.985) ? writeSubject(bait, random) : null;
    const sender = writeSender(mail.from || `mailer-daemon@${mail.client.helo}`, bait, random);
    const caught = mail.result === "fail" || mail.result === "softfail" ? mail.result : null;
    const size = sizeInMailbox(mail, transaction, server);
    return transaction.deliveries.flatMap(({ address, start, end }) => {
      const folder = `/var/mail/${address.slice(0, address.indexOf("@"))}`;
      const { from } = mail;
      return writeProcmail({ from, subject, sender, caught, folder, size, start, end }, OFFSET);
    });
  });
  const seen = events.filter(({ time }) => time <= until).sort((a, b) => a.time - b.time);
  return seen.flatMap(({ lines }) => lines);
}

/** The message with shorter line ends, From_ line, Return-Path, Received and Received-SPF. */
function sizeInMailbox(mail: Envelope, { queueId, deliveries }: Transaction, server: Server): number {
  const { client, from, size, result } = mail;
  const shorter = Math.floor(size / 62);
  const received =
    `Received: from ${client.helo} (${relayOf(client)})\n\tby ${server.name} (${server.release}/${server.release}) with ESMTP id ${queueId}\n\t; Tue, 24 Nov 2026 12:28:42 +0900\n`
      .length + (deliveries.length === 1 ? `for <${deliveries[0]!.address}>`.length : 0);
  const path = from === "" ? "MAILER-DAEMON" : from;
  const first = `From ${path}  Tue Nov 24 12:28:05 2026\nReturn-Path: <${from}>\n`.length;
  return size - shorter + first + received + receivedSpf(server, client, from, result).length + 1;
}
