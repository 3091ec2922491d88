import { OLD_SITE_DOMAIN, SITE_DOMAIN, STORE } from "@/lib/demo/site";
import type { Destination } from "./demo-mail";
import { Processes, type Server } from "./server";
import type { SyslogForm } from "./syslog-line";

/** One of the demo's servers, and how much it has to do. */
export interface DemoHost {
  name: string;
  form: SyslogForm;
  to: Destination;
  /** Messages of a working day, apart from the incidents'. */
  perDay: number;
  /** Of those that the partner sends besides. */
  partner: number;
  /** Messages of the phishing wave. */
  wave: number;
  /** Lines of no message, for each message. */
  otherShare: number;
  filterFails: boolean;
  /** A fresh one: its process ids begin again. */
  server: () => Server;
}

const RELAY = { name: `${STORE.name}.`, ip: STORE.ip };
const PAGE = "http://www.acme.com/software/spfmilter/";

/** Two servers at the edge that refuse, and an older one behind mailboxes that only marks. */
export const DEMO_HOSTS: readonly DemoHost[] = [
  {
    name: "mx1",
    form: "rfc3164",
    to: { domain: SITE_DOMAIN, relay: RELAY, users: 220, logins: true },
    perDay: 430,
    partner: 26,
    wave: 620,
    otherShare: 0.14,
    filterFails: false,
    server: () => ({
      host: "mx1.example.kr",
      name: "mx1.example.kr",
      program: "sendmail",
      namesFilter: true,
      release: "8.17.1.9",
      spfmilter: "2.001",
      software: `spfmilter 2.001 ${PAGE} with libspf2-1.2.10`,
      header: "insert",
      rejectAt: "MAIL",
      explanation: "openspf",
      processes: new Processes(4_200),
    }),
  },
  {
    name: "mx2",
    form: "iso",
    to: { domain: SITE_DOMAIN, relay: RELAY, users: 220, logins: false },
    perDay: 250,
    partner: 14,
    wave: 380,
    otherShare: 0.14,
    filterFails: true,
    server: () => ({
      host: "mx2.example.kr",
      name: "mx2.example.kr",
      program: "sm-mta",
      namesFilter: true,
      release: "8.17.1.9",
      spfmilter: "0.97",
      software: `spfmilter 0.97 ${PAGE} with libspf-unknown`,
      header: "insert",
      rejectAt: "RCPT",
      explanation: "pobox",
      processes: new Processes(900_000, 4_194_304),
    }),
  },
  {
    name: "mail",
    form: "rfc5424",
    to: { domain: OLD_SITE_DOMAIN, relay: null, users: 60, logins: false },
    perDay: 190,
    partner: 10,
    wave: 260,
    otherShare: 0.1,
    filterFails: false,
    server: () => ({
      host: "mail.example.kr",
      name: "mail.example.kr",
      program: "sendmail",
      namesFilter: false,
      release: "8.13.8",
      spfmilter: "0.93",
      software: `spfmilter 0.93 ${PAGE}`,
      header: "add",
      rejectAt: null,
      explanation: "pobox",
      processes: new Processes(12_000),
    }),
  },
];
