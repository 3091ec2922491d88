import { Cast } from "@/lib/demo/cast";
import { Random } from "@/lib/demo/random";
import { DEMO_HOSTS, type DemoHost } from "./demo-hosts";
import { ordinaryMail } from "./demo-mail";
import { mailboxLog } from "./demo-mailboxes";
import type { Envelope } from "./envelope";
import { type Incidents, incidentsBefore, partnerMail, uncheckedWithin, waveMail } from "./incidents";
import { writeOtherLine, writeStart, writeStop } from "./other-lines";
import { arrivals, DAY, HOUR, isWorkingDay } from "./rhythm";
import { type SyslogLine, syslogWriter } from "./syslog-line";
import { type Transaction, writeTransaction } from "./transaction";

/** A log file; every line's characters are its bytes, without the newline. */
export interface DemoLog {
  name: string;
  lines: string[];
}

export const DEMO_OFFSET = 540;
const DAYS = 42;

/**
 * Six weeks of three mail servers up to `until` (epoch ms), in Seoul's time: the maillogs of mx1 (traditional stamps), mx2
 * (ISO) and mail (RFC 5424), and procmail's log of mail. About 30,000 messages, and three incidents (incidentsBefore).
 */
export function demoLogs(until: number, seed: number): DemoLog[] {
  const cast = new Cast(new Random(seed));
  const incidents = incidentsBefore(until, DEMO_OFFSET);
  return DEMO_HOSTS.flatMap((host, index) => {
    const random = new Random(seed + 1000 * (index + 1));
    const server = host.server();
    const mails = envelopes(host, until, cast, incidents, random);
    const played = new Play(host, server, random).run(mails);
    const lines = [...played.lines, ...startsAndStops(host, mails[0]?.time ?? until, incidents, server)];
    const write = syslogWriter(host.form, DEMO_OFFSET);
    const maillog = { name: `${host.name}-maillog`, lines: inOrder(lines, until).map((line) => write(line)) };
    if (host.to.relay !== null) return [maillog];
    return [
      maillog,
      { name: `${host.name}-procmail`, lines: mailboxLog(played.transactions, server, until, random) },
    ];
  });
}

/** What the three servers are offered in those six weeks, server by server, without what comes again. */
export function demoEnvelopes(until: number, seed: number): Envelope[] {
  const cast = new Cast(new Random(seed));
  const incidents = incidentsBefore(until, DEMO_OFFSET);
  return DEMO_HOSTS.flatMap((host, index) =>
    envelopes(host, until, cast, incidents, new Random(seed + 1000 * (index + 1))),
  );
}

function inOrder(lines: SyslogLine[], until: number): SyslogLine[] {
  return lines.filter(({ time }) => time <= until).sort((a, b) => a.time - b.time);
}

/** Everything one server is offered, earliest first. */
function envelopes(
  host: DemoHost,
  until: number,
  cast: Cast,
  incidents: Incidents,
  random: Random,
): Envelope[] {
  const { to } = host;
  const today = Math.floor((until + DEMO_OFFSET * 60_000) / DAY) * DAY - DEMO_OFFSET * 60_000;
  const mails = waveMail(incidents.wave, host.wave, to, random);
  for (let midnight = today - DAYS * DAY; midnight <= until; midnight += DAY) {
    const isWorking = isWorkingDay(midnight, DEMO_OFFSET);
    const share = isWorking ? 1 : 0.36;
    for (const time of arrivals(midnight, host.perDay * share, isWorking, random))
      mails.push(ordinaryMail(time, cast, to, random));
    mails.push(
      ...partnerMail(midnight, host.partner * share * share, isWorking, incidents.change, to, random),
    );
  }
  const seen = mails.filter(({ time }) => time <= until).sort((a, b) => a.time - b.time);
  return host.filterFails ? seen.map((mail) => uncheckedWithin(incidents.filterDown, mail)) : seen;
}

function startsAndStops(
  host: DemoHost,
  first: number,
  { filterDown }: Incidents,
  server: ReturnType<DemoHost["server"]>,
): SyslogLine[] {
  const start = writeStart(first - 2_000, server);
  if (!host.filterFails) return start;
  const again = writeStart(filterDown.to, server).filter(({ program }) => program === "spfmilter");
  return [...start, writeStop(filterDown.from, server), ...again];
}

/** Plays the envelopes on a server; who is put off comes again. */
class Play {
  private readonly lines: SyslogLine[] = [];
  private readonly transactions: { mail: Envelope; transaction: Transaction }[] = [];

  constructor(
    private readonly host: DemoHost,
    private readonly server: ReturnType<DemoHost["server"]>,
    private readonly random: Random,
  ) {}

  run(mails: Envelope[]) {
    const waiting: Envelope[] = [];
    for (const mail of mails) {
      for (let again = waiting[0]; again !== undefined && again.time <= mail.time; again = waiting[0]) {
        waiting.shift();
        this.play(again, waiting);
      }
      this.play(mail, waiting);
    }
    return { lines: this.lines, transactions: this.transactions };
  }

  private play(mail: Envelope, waiting: Envelope[]): void {
    const { server, random } = this;
    server.processes.pass(random);
    const transaction = writeTransaction(mail, server, random);
    for (const line of transaction.lines) this.lines.push(line);
    this.transactions.push({ mail, transaction });
    if (random.chance(this.host.otherShare))
      this.lines.push(writeOtherLine(mail.time, mail.client, server, random));
    if (transaction.outcome !== "tempfailed") return;
    const time = mail.time + HOUR / 4 + random.next() * (HOUR / 6);
    waiting.push({ ...mail, time, result: random.chance(0.85) ? "pass" : "temperror" });
    waiting.sort((a, b) => a.time - b.time);
  }
}
