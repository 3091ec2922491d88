import type { Random } from "@/lib/demo/random";
import { DeliveryLog, type LocalDelivery } from "./delivery";
import type { Envelope, EnvelopeRecipient } from "./envelope";
import { writeQueueId } from "./queue-id";
import { relayOf, type Server } from "./server";
import { receivedSpf, refusalReply, TEMPORARY_REPLY } from "./spfmilter-text";
import { splitText } from "./split-text";
import { MAIL_ERROR, MAIL_INFO, MAIL_NOTICE, type SyslogLine } from "./syslog-line";

export type Outcome = "accepted" | "rejected" | "tempfailed" | "aborted";

/** What one message leaves in a log. */
export interface Transaction {
  queueId: string;
  outcome: Outcome;
  /** In the order in which they were written; their times never fall. */
  lines: SyslogLine[];
  /** What the local delivery agent was given, for its own log. */
  deliveries: LocalDelivery[];
}

/** Plays one SMTP transaction on a server that runs sendmail with spfmilter, and tells what it logs. */
export function writeTransaction(envelope: Envelope, server: Server, random: Random): Transaction {
  return new Session(envelope, server, random).run();
}

class Session {
  private readonly pid: number;
  private readonly queueId: string;
  private readonly relay: string;
  private readonly path: string;
  private readonly lines: SyslogLine[] = [];
  private time: number;

  constructor(
    private readonly envelope: Envelope,
    private readonly server: Server,
    private readonly random: Random,
  ) {
    this.time = envelope.time;
    this.pid = server.processes.next();
    this.queueId = writeQueueId(envelope.time, random.int(3600), this.pid);
    this.relay = relayOf(envelope.client);
    this.path = this.bracketed(envelope.from);
  }

  run(): Transaction {
    const { envelope } = this;
    if (envelope.login !== undefined) this.logIn(envelope.login);
    if (envelope.trouble === "filterDown") this.filterDown();
    const refused = envelope.login === undefined && this.refusesBySpf();
    if (refused && this.server.rejectAt === "MAIL") return this.refuseSender();
    if (envelope.trouble === "lostAfterMail") return this.lose();
    const open = this.acceptableRecipients();
    if (refused && open.length > 0) return this.refuseRecipients(open);
    if (open.length === 0) return this.end("rejected");
    return this.takeData(open);
  }

  private refusesBySpf(): boolean {
    const { result, trouble } = this.envelope;
    if (this.server.rejectAt === null || trouble === "filterDown") return false;
    return result === "fail" || result === "temperror";
  }

  private get reply(): string {
    const { result, client, from } = this.envelope;
    return result === "temperror" ? TEMPORARY_REPLY : refusalReply(this.server, client, from);
  }

  private get refusal(): Outcome {
    return this.envelope.result === "temperror" ? "tempfailed" : "rejected";
  }

  private refuseSender(): Transaction {
    this.log(`Milter: from=${this.path}, reject=${this.reply}`);
    return this.end(this.refusal);
  }

  private refuseRecipients(open: EnvelopeRecipient[]): Transaction {
    for (const { address } of open) {
      this.pause(60);
      this.log(`Milter: to=${this.bracketed(address)}, reject=${this.reply}`);
    }
    return this.end(this.refusal);
  }

  /** The line that closes every transaction without a message, and the only one with the client's address. */
  private end(outcome: Outcome): Transaction {
    this.pause(100);
    this.log(`from=${this.path}, size=0, class=0, nrcpts=0, ${this.connection()}`);
    return { queueId: this.queueId, outcome, lines: this.lines, deliveries: [] };
  }

  private lose(): Transaction {
    this.pause(20_000);
    this.log(`lost input channel from ${this.relay} to ${this.daemon()} after mail`, MAIL_NOTICE);
    return this.end("aborted");
  }

  /** What the server's own rules let through at RCPT. */
  private acceptableRecipients(): EnvelopeRecipient[] {
    return this.envelope.recipients.filter(({ address, fate }) => {
      this.pause(50);
      if (fate === "unknown") this.log(`<${address}>... User unknown`);
      if (fate === "denied") {
        const denied = `reject=550 5.7.1 <${address}>... Relaying denied`;
        this.log(`ruleset=check_rcpt, arg1=<${address}>, relay=${this.relay}, ${denied}`, MAIL_NOTICE);
      }
      return fate !== "unknown" && fate !== "denied";
    });
  }

  private takeData(open: EnvelopeRecipient[]): Transaction {
    const { size, messageId, trouble, login, client, from, result } = this.envelope;
    this.pause(1200);
    if (trouble === "cutInData") this.log("collect: premature EOM: unexpected close", MAIL_NOTICE);
    const id = messageId === null ? "" : `, msgid=${messageId.slice(0, 100)}`;
    this.log(
      `from=${this.path}, size=${size}, class=0, nrcpts=${open.length}${id}, ${this.connection(login !== undefined)}`,
    );
    if (trouble === "cutInData") {
      return { queueId: this.queueId, outcome: "aborted", lines: this.lines, deliveries: [] };
    }
    if (trouble !== "filterDown") {
      this.time += 0.2 + this.random.next() * 6;
      const verb = this.server.header === "add" ? "add: header:" : "insert (0): header:";
      const filter = this.server.namesFilter ? "Milter (spfmilter)" : "Milter";
      const spf = receivedSpf(this.server, client, from, login === undefined ? result : "authenticated");
      this.log(`${filter} ${verb} ${spf}`);
    }
    return this.deliver(open);
  }

  private deliver(open: EnvelopeRecipient[]): Transaction {
    const { queueId, lines, envelope, server, random } = this;
    const delivery = new DeliveryLog(queueId, envelope, open.length, server, random);
    const deliveries = delivery.write(this.time, open, lines);
    return { queueId, outcome: "accepted", lines, deliveries };
  }

  private logIn(user: string): void {
    const text = `AUTH=server, relay=${this.relay}, authid=${user}, mech=PLAIN, bits=0`;
    this.lines.push({ ...this.origin(), time: this.time, text });
  }

  private filterDown(): void {
    const socket = "Connection refused by /var/run/spfmilter.sock";
    this.log(`Milter (spfmilter): error connecting to filter: ${socket}`, MAIL_ERROR);
    this.log("Milter (spfmilter): to error state", MAIL_INFO);
    this.pause(300);
  }

  private connection(submitted = false): string {
    return `proto=ESMTP, daemon=${submitted ? "MSA" : this.daemon()}, relay=${this.relay}`;
  }

  private daemon(): string {
    return this.envelope.client.ip.includes(":") ? "MTA-v6" : "MTA";
  }

  /** sendmail cuts long addresses, and their closing bracket with them. */
  private bracketed(address: string): string {
    return (this.envelope.bare ? address : `<${address}>`).slice(0, 200);
  }

  private origin() {
    return { host: this.server.host, program: this.server.program, pid: this.pid };
  }

  private pause(mean: number): void {
    this.time += 1 + this.random.exponential(mean);
  }

  private log(text: string, priority?: number): void {
    const { host, program } = this.server;
    for (const piece of splitText(this.queueId, text)) {
      this.lines.push({ time: this.time, host, program, pid: this.pid, text: piece, priority });
    }
  }
}
