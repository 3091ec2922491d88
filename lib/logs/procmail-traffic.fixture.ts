import type { SpfResult } from "@/lib/spf/result";
import type { LocalDelivery } from "./procmail-link";

/** How a made server behaves; each is a probability unless it says otherwise. */
export interface Habits {
  /** Deliveries that begin per second. */
  rate: number;
  /** The mailbox is locked: procmail waits 8 s. */
  locked: number;
  /** The user's own rules log elsewhere. */
  missing: number;
  /** The sender put a failing Received-SPF of his own into a passing mail. */
  forged: number;
  /** The verdict is not in the mail server's log. */
  unlogged: number;
}

export interface Traffic {
  deliveries: LocalDelivery[];
  /** Lines of procmail's log. */
  log: string[];
  tagged: boolean[];
  folders: string[];
}

/** A generator of numbers in [0, 1) that a seed decides (a linear congruence). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const START = Date.UTC(2026, 10, 24, 12, 0, 0);
const SENDERS = ["a@x.example", "b@y.example", ""];
const SUBJECTS = ["hello", "", null, "[SPAM] own", "unique"];
const CLIENTS: { result: SpfResult; overhead: number }[] = [
  { result: "pass", overhead: 590 },
  { result: "softfail", overhead: 612 },
  { result: "fail", overhead: 601 },
];

/** One mail on its way: what is decided before anything is logged. */
interface Mail {
  sender: string;
  user: string;
  subject: string | null;
  result: SpfResult;
  /** What the recipe's filter reads out of the headers. */
  stated: SpfResult;
  size: number;
  stored: number;
  begin: number;
  end: number;
}

function makeMail(n: number, begin: number, habits: Habits, random: () => number): Mail {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const [sender, { result, overhead }, user] = [pick(SENDERS), pick(CLIENTS), pick(["kisa", "webmaster"])];
  const chosen = pick(SUBJECTS);
  const forged = result === "pass" && random() < habits.forged;
  const wait = random() < habits.locked ? 8000 : 0;
  const size = 150 + Math.floor(random() * 400);
  return {
    sender,
    user,
    subject: chosen === "unique" ? `subject ${n}` : chosen,
    result,
    stated: forged ? "fail" : result,
    size,
    stored: size + overhead,
    begin,
    end: begin + 20 + random() * 50 + wait,
  };
}

function isMarkedMail({ stated, subject }: Mail): boolean {
  return stated !== "pass" && subject !== null;
}

function abstractOf(mail: Mail): string[] {
  const mark = isMarkedMail(mail) ? "[SPAM] " : "";
  return [
    `From ${mail.sender || "MAILER-DAEMON"}  ${ctime(mail.begin)}`,
    ...(mail.subject === null ? [] : [` Subject: ${mark}${mail.subject}`]),
    `  Folder: /var/mail/${mail.user}\t\t${mail.stored + mark.length}`,
  ];
}

function deliveryOf(mail: Mail, messageRef: number, habits: Habits, random: () => number): LocalDelivery {
  const second = (time: number) => Math.floor(time / 1000);
  const sent = second(mail.end + random() * 300);
  return {
    messageRef,
    ordinal: 0,
    address: `${mail.user}@example.kr`,
    sender: mail.sender,
    time: sent * 1000,
    seconds: sent - second(mail.begin),
    size: mail.size,
    result: random() < habits.unlogged ? null : mail.result,
  };
}

/** Deliveries of few senders to two users in a short time, and what procmail logs of them, in the order it would. */
export function makeTraffic(count: number, habits: Habits, random: () => number): Traffic {
  const events: { at: number; lines: string[] }[] = [];
  const traffic: Traffic = { deliveries: [], log: [], tagged: [], folders: [] };
  let clock = START;
  for (let n = 0; n < count; n++) {
    clock += (-Math.log(1 - random()) * 1000) / habits.rate;
    const mail = makeMail(n, clock, habits, random);
    const filter = `====SPF_filter(${mail.stated}) F=${mail.sender}, S=${mail.subject ?? ""}`;
    if (mail.stated !== "pass") events.push({ at: clock + random() * 20, lines: [filter] });
    if (random() >= habits.missing) events.push({ at: mail.end, lines: abstractOf(mail) });
    traffic.deliveries.push(deliveryOf(mail, n, habits, random));
    traffic.tagged.push(isMarkedMail(mail));
    traffic.folders.push(`/var/mail/${mail.user}`);
  }
  traffic.log = events.sort((a, b) => a.at - b.at).flatMap(({ lines }) => lines);
  return traffic;
}

function ctime(time: number): string {
  const [day, date, month, year, clock] = new Date(time).toUTCString().replace(",", "").split(" ");
  return `${day} ${month} ${date} ${clock} ${year}`;
}
