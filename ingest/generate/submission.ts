import type { Random } from "@/lib/demo/random";
import type { Relay } from "./envelope";
import { writeQueueId } from "./queue-id";
import type { Server } from "./server";
import type { SyslogLine } from "./syslog-line";

/** Mail that a program on the server itself sends out. */
export interface Submission {
  time: number;
  user: string;
  uid: number;
  /** Domain of the server's own addresses. */
  domain: string;
  to: string;
  relay: Relay;
  size: number;
}

/**
 * What it logs: handed over by the submitting process, taken by the daemon from localhost (which no filter sees), and
 * sent on; four lines under two queue ids.
 */
export function writeSubmission(mail: Submission, server: Server, random: Random): SyslogLine[] {
  const { time, user, uid, domain, to, relay, size } = mail;
  const pids = [server.processes.next(), server.processes.next(), server.processes.next()] as const;
  const ids = [0, 1].map((which) => writeQueueId(time, random.int(3600), pids[which]!)) as [string, string];
  const remote = `dsn=2.0.0, stat=Sent (ok ${random.int(100_000)})`;
  const sent = 60 + random.exponential(1_200);
  const line = (after: number, which: 0 | 1 | 2, text: string): SyslogLine => {
    const program = which === 0 ? "sendmail" : server.program;
    return { time: time + after, host: server.host, program, pid: pids[which], text };
  };
  const id = `msgid=<${ids[0]}@${server.name}>`;
  const seconds = Math.floor((time + sent) / 1000) - Math.floor(time / 1000);
  const delay = `delay=00:00:${String(Math.min(59, seconds)).padStart(2, "0")}`;
  const taken = `dsn=2.0.0, stat=Sent (${ids[1]} Message accepted for delivery)`;
  return [
    line(0, 0, `${ids[0]}: from=${user}, size=${size}, class=0, nrcpts=1, ${id}, relay=${user}@localhost`),
    line(
      20,
      1,
      `${ids[1]}: from=<${user}@${domain}>, size=${size + 210}, class=0, nrcpts=1, ${id}, proto=ESMTP, daemon=MTA, relay=localhost [127.0.0.1]`,
    ),
    line(
      24,
      0,
      `${ids[0]}: to=${to}, ctladdr=${user} (${uid}/${uid}), delay=00:00:00, xdelay=00:00:00, mailer=relay, pri=${30_000 + size}, relay=[127.0.0.1] [127.0.0.1], ${taken}`,
    ),
    line(
      sent,
      2,
      `${ids[1]}: to=<${to}>, ctladdr=<${user}@${domain}> (${uid}/${uid}), ${delay}, x${delay}, mailer=esmtp, pri=${120_210 + size}, relay=${relay.name} [${relay.ip}], ${remote}`,
    ),
  ];
}
