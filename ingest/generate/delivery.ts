import type { Random } from "@/lib/demo/random";
import type { Envelope, EnvelopeRecipient, Relay } from "./envelope";
import { writeQueueId } from "./queue-id";
import { bracketedIp, type Server } from "./server";
import { LONGEST_TEXT } from "./split-text";
import type { SyslogLine } from "./syslog-line";

/** One message given to the local delivery agent; `start` and `end` are epoch ms. */
export interface LocalDelivery {
  address: string;
  start: number;
  end: number;
}

interface Attempt {
  start: number;
  end: number;
  pid: number;
  program: string;
}

const MINUTE = 60_000;
const WEIGHT = 30_000;

/** Writes the `to=` lines of one accepted message: by a process of its own, some time after the others. */
export class DeliveryLog {
  private readonly priority: number;
  private readonly deliveries: LocalDelivery[] = [];

  constructor(
    private readonly queueId: string,
    private readonly envelope: Envelope,
    count: number,
    private readonly server: Server,
    private readonly random: Random,
  ) {
    this.priority = envelope.size + WEIGHT * count + 460 + random.int(300);
  }

  /** Adds the lines of every delivery that begins at `time`, earliest first. */
  write(time: number, recipients: EnvelopeRecipient[], lines: SyslogLine[]): LocalDelivery[] {
    const pid = this.server.processes.next();
    const written: SyslogLine[] = [];
    let at = time;
    for (const group of byRelay(recipients)) {
      const attempt = { start: at, end: at + this.duration(group[0]!), pid, program: this.server.program };
      at = attempt.end;
      this.deliver(group, attempt, written);
    }
    written.sort((a, b) => a.time - b.time);
    for (const line of written) lines.push(line);
    return this.deliveries;
  }

  /** Mostly quick; sometimes a mailbox is locked, or the next server is slow. */
  private duration({ fate }: EnvelopeRecipient): number {
    const slow = this.random.chance(0.03) ? 8_000 : 0;
    return slow + 20 + this.random.exponential(fate === "local" ? 250 : 1_400);
  }

  private deliver(group: EnvelopeRecipient[], attempt: Attempt, lines: SyslogLine[]): void {
    const { address, fate, relay } = group[0]!;
    if (fate === "local") {
      this.deliveries.push({ address, start: attempt.start, end: attempt.end });
      this.log(group, attempt, "2.0.0", "Sent", lines);
    } else if (fate === "deferred") this.defer(group, attempt, relay!, lines);
    else if (fate === "bounced") this.bounce(group, attempt, lines);
    else this.log(group, attempt, "2.0.0", `Sent (${this.remoteReply(attempt.end)})`, lines);
  }

  /** Tried again by a queue runner half an hour later, which then succeeds. */
  private defer(group: EnvelopeRecipient[], attempt: Attempt, relay: Relay, lines: SyslogLine[]): void {
    const reason = this.random.chance(0.5) ? "Connection refused by" : "Connection timed out with";
    this.log(group, attempt, "4.0.0", `Deferred: ${reason} ${relay.name}`, lines);
    const start = attempt.end + 30 * MINUTE + this.random.int(5 * MINUTE);
    const end = start + this.duration(group[0]!);
    const again = { start, end, pid: this.server.processes.next(), program: "sendmail" };
    this.log(group, again, "2.0.0", `Sent (${this.remoteReply(end)})`, lines, 90_000);
  }

  /** The next server knows no such user: its sender gets a report, under a queue id of its own. */
  private bounce(group: EnvelopeRecipient[], attempt: Attempt, lines: SyslogLine[]): void {
    this.log(group, attempt, "5.1.1", "User unknown", lines);
    const reportId = writeQueueId(attempt.end, this.random.int(3600), attempt.pid);
    const { host } = this.server;
    const origin = { host, program: attempt.program, pid: attempt.pid };
    const after = attempt.end + 2;
    lines.push({ ...origin, time: after, text: `${this.queueId}: ${reportId}: DSN: User unknown` });
    if (this.envelope.from === "") return;
    const end = after + 200 + this.random.exponential(900);
    const domain = this.envelope.from.slice(this.envelope.from.lastIndexOf("@") + 1);
    const relay = { name: `mail.${domain}.`, ip: this.envelope.client.ip };
    const text = `${reportId}: to=<${this.envelope.from.slice(0, 190)}>, delay=${span(after, end)}, xdelay=${span(after, end)}, mailer=esmtp, pri=${WEIGHT}, relay=${where(relay)}, dsn=2.0.0, stat=Sent (${this.remoteReply(end)})`;
    lines.push({ ...origin, time: end, text });
  }

  private remoteReply(time: number): string {
    const id = writeQueueId(time, this.random.int(3600), 1000 + this.random.int(30_000));
    return `${id} Message accepted for delivery`;
  }

  private log(
    group: EnvelopeRecipient[],
    { start, end, pid, program }: Attempt,
    dsn: string,
    status: string,
    lines: SyslogLine[],
    lowered = 0,
  ): void {
    const { fate, relay } = group[0]!;
    const mailer = fate === "local" ? "local" : "esmtp";
    const next = relay === undefined ? "" : `, relay=${where(relay)}`;
    const rest = `, delay=${span(this.envelope.time, end)}, xdelay=${span(start, end)}, mailer=${mailer}, pri=${this.priority + lowered}${next}, dsn=${dsn}, stat=${status}`;
    const bare = this.envelope.bare === true;
    const addresses = group.map(({ address }) => (bare ? address : `<${address}>`));
    for (const text of recipientLists(addresses, rest)) {
      lines.push({ time: end, host: this.server.host, program, pid, text: `${this.queueId}: ${text}` });
    }
  }
}

/** Recipients behind the same server travel together; local ones, and others of another fate, by themselves. */
function byRelay(recipients: EnvelopeRecipient[]): EnvelopeRecipient[][] {
  if (recipients.length === 1) return [recipients];
  const groups: EnvelopeRecipient[][] = [];
  for (const recipient of recipients) {
    const { fate, relay } = recipient;
    const mate =
      fate === "local"
        ? undefined
        : groups.find(([first]) => first!.fate === fate && first!.relay?.name === relay?.name);
    if (mate) mate.push(recipient);
    else groups.push([recipient]);
  }
  return groups;
}

/** A list too long for one line is told in several, all but the last with ` [more]` in it. */
function recipientLists(addresses: string[], rest: string): string[] {
  const room = LONGEST_TEXT - rest.length - 40;
  const lines: string[] = [];
  let list = "";
  for (const address of addresses) {
    if (list !== "" && list.length + 1 + address.length > room) {
      lines.push(`to=${list} [more]${rest}`);
      list = "";
    }
    list += list === "" ? address : `,${address}`;
  }
  return [...lines, `to=${list}${rest}`];
}

function where({ name, ip }: Relay): string {
  return `${name} ${bracketedIp(ip)}`;
}

/** Whole seconds between two times as `[d+]hh:mm:ss`. */
function span(from: number, to: number): string {
  let seconds = Math.floor(to / 1000) - Math.floor(from / 1000);
  if (seconds < 10) return `00:00:0${seconds}`;
  const days = Math.floor(seconds / 86_400);
  seconds -= days * 86_400;
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  return days > 0 ? `${days}+${clock}` : clock;
}
