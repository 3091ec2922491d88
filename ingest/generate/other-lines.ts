import type { Client } from "@/lib/demo/client";
import type { Random } from "@/lib/demo/random";
import { relayOf, type Server } from "./server";
import { CRON_INFO, MAIL_NOTICE, MAIL_WARNING, type SyslogLine } from "./syslog-line";

const CIPHERS = [
  ["TLSv1.3", "TLS_AES_256_GCM_SHA384", "256/256"],
  ["TLSv1.2", "ECDHE-RSA-AES256-GCM-SHA384", "256/256"],
  ["TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256", "128/128"],
] as const;
const USERS = ["kim", "lee", "park", "choi", "jung", "kang", "cho", "yoon"];

/** A line of no message: TLS agreed on, sessions that led to nothing, mailboxes read, jobs started. */
export function writeOtherLine(time: number, client: Client, server: Server, random: Random): SyslogLine {
  const origin = { time, host: server.host, program: server.program, pid: server.processes.next() };
  const relay = relayOf(client);
  switch (random.weighted(KINDS)) {
    case "tls": {
      const [version, cipher, bits] = random.pick(CIPHERS);
      const text = `STARTTLS=server, relay=${relay}, version=${version}, verify=NO, cipher=${cipher}, bits=${bits}`;
      return { ...origin, text };
    }
    case "idle":
      return { ...origin, text: `${relay} did not issue MAIL/EXPN/VRFY/ETRN during connection to MTA` };
    case "greeting": {
      const text = `rejecting commands from ${relay} due to pre-greeting traffic after 0 seconds`;
      return { ...origin, text, priority: MAIL_NOTICE };
    }
    case "relay":
      return { ...origin, text: rateLimit(client, relay), priority: MAIL_NOTICE };
    case "imap":
      return { ...origin, program: "dovecot", pid: null, text: imapLogin(client.ip, server, random) };
    case "job":
      return {
        ...origin,
        program: "CRON",
        text: "(root) CMD (run-parts /etc/cron.hourly)",
        priority: CRON_INFO,
      };
  }
}

const KINDS = [
  ["tls", 46],
  ["idle", 22],
  ["imap", 20],
  ["job", 6],
  ["greeting", 3],
  ["relay", 3],
] as const;

function rateLimit({ ip, name }: Client, relay: string): string {
  const arg1 = name ?? `[${ip}]`;
  return `ruleset=check_relay, arg1=${arg1}, arg2=${ip}, relay=${relay}, reject=421 4.3.2 Connection rate limit exceeded.`;
}

function imapLogin(ip: string, server: Server, random: Random): string {
  const session = random.int(0x7fff_ffff).toString(36);
  return `imap-login: Login: user=<${random.pick(USERS)}>, method=PLAIN, rip=${ip}, lip=192.0.2.10, mpid=${server.processes.next()}, TLS, session=<${session}>`;
}

/** What spfmilter and sendmail say when they start. */
export function writeStart(time: number, server: Server): SyslogLine[] {
  const { host, program, spfmilter, release, processes } = server;
  const filter = { host, program: "spfmilter", pid: null };
  return [
    {
      ...filter,
      time,
      text: "warning: started as root but no --user flag specified",
      priority: MAIL_WARNING,
    },
    { ...filter, time: time + 0.2, text: `spfmilter ${spfmilter} starting`, priority: MAIL_NOTICE },
    {
      host,
      program,
      pid: processes.next(),
      time: time + 1400,
      text: `starting daemon (${release}): SMTP+queueing@01:00:00`,
    },
  ];
}

/** What spfmilter says when it ends. */
export function writeStop(time: number, { host, spfmilter }: Server): SyslogLine {
  const text = `spfmilter ${spfmilter} terminating`;
  return { time, host, program: "spfmilter", pid: null, text, priority: MAIL_NOTICE };
}
