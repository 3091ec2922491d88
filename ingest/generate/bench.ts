import { domainName, userName } from "@/lib/demo/names";
import { Random } from "@/lib/demo/random";
import type { SpfResult } from "@/lib/spf";
import { BenchClients } from "./bench-clients";
import type { Envelope, EnvelopeRecipient } from "./envelope";
import { LineQueue } from "./line-queue";
import { writeOtherLine, writeStart } from "./other-lines";
import { Processes, type Server } from "./server";
import { writeSubmission } from "./submission";
import { syslogWriter } from "./syslog-line";
import { writeTransaction } from "./transaction";

/** When every generated log begins, epoch ms: a Sunday's midnight in Seoul. */
export const BENCH_START = Date.UTC(2026, 9, 31, 15);
export const BENCH_DOMAINS = 50_000;

const CHUNK = 1 << 20;
const SEOUL = 540;
const HOUR = 3_600_000;
/** Mean milliseconds between two messages: about 150,000 messages, or 100 MB, a day. */
const MEAN_GAP = 600;
const RETRY_AFTER = 15 * 60_000;
/** Beside every message from outside: how many the server itself sends, and lines of no message. */
const SUBMITTED_SHARE = 0.2;
const OTHER_SHARE = 0.3;

/** Of 1000 messages. */
const KINDS: readonly (readonly [Kind, number])[] = [
  ["pass", 680],
  ["none", 56],
  ["softfail", 46],
  ["fail", 84],
  ["neutral", 26],
  ["permerror", 10],
  ["temperror", 8],
  ["unknown", 56],
  ["denied", 16],
  ["lostAfterMail", 10],
  ["cutInData", 4],
  ["filterDown", 4],
];
type Kind = SpfResult | "unknown" | "denied" | "lostAfterMail" | "cutInData" | "filterDown";

/** A busy day is three times as busy at three in the afternoon as at three in the morning. */
function gap(random: Random, time: number): number {
  const hour = ((time - BENCH_START) / HOUR) % 24;
  return random.exponential(MEAN_GAP / (1 - 0.5 * Math.cos(((hour - 3) / 12) * Math.PI)));
}

/**
 * A mail log of one busy server (sendmail 8.13.8 with spfmilter, traditional stamps in Seoul's time), `bytes` long to the
 * nearest line above, in chunks near 1 MiB that end with a line. The same seed gives the same bytes, and a longer log
 * begins with the shorter one.
 */
export function* benchLog(bytes: number, seed: number): Generator<Buffer> {
  const write = syslogWriter("rfc3164", SEOUL);
  let parts: string[] = [];
  let size = 0;
  let left = bytes;
  for (const line of new BusyServer(seed).lines()) {
    const text = `${write(line)}\n`;
    parts.push(text);
    size += text.length;
    if (size < CHUNK && size < left) continue;
    yield Buffer.from(parts.join(""), "latin1");
    left -= size;
    if (left <= 0) return;
    parts = [];
    size = 0;
  }
}

class BusyServer {
  private readonly random: Random;
  private readonly clients = new BenchClients();
  private readonly server: Server = {
    host: "mx1",
    name: "mx.example",
    program: "sendmail",
    namesFilter: false,
    release: "8.13.8",
    spfmilter: "0.93",
    software: "spfmilter 0.93 http://www.acme.com/software/spfmilter/",
    header: "add",
    rejectAt: "RCPT",
    explanation: "pobox",
    processes: new Processes(2_000),
  };
  private readonly retries: Envelope[] = [];
  private count = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  *lines() {
    const { random, server } = this;
    const open = new LineQueue();
    for (const line of writeStart(BENCH_START, server)) open.push(line);
    for (let time = BENCH_START + 2_000; ; time += gap(random, time)) {
      for (let line = open.takeUntil(time); line !== null; line = open.takeUntil(time)) yield line;
      const envelope = this.next(time);
      const { lines, outcome } = writeTransaction(envelope, server, random);
      for (const line of lines) open.push(line);
      if (outcome === "tempfailed") this.retries.push(envelope);
      if (random.chance(SUBMITTED_SHARE)) for (const line of this.submission(time)) open.push(line);
      if (random.chance(OTHER_SHARE)) open.push(writeOtherLine(time, envelope.client, server, random));
    }
  }

  /** A sender whose message was put off comes again as soon as its time is up, and is then let in. */
  private next(time: number): Envelope {
    this.count++;
    const waiting = this.retries[0];
    if (waiting === undefined || waiting.time + RETRY_AFTER > time) return this.envelope(time);
    this.retries.shift();
    return { ...waiting, time, result: "pass" };
  }

  private envelope(time: number): Envelope {
    const { random } = this;
    const kind = random.weighted(KINDS);
    const domain = this.domain();
    const name = domainName(domain);
    const own = kind !== "fail" && kind !== "softfail" && kind !== "denied" && kind !== "lostAfterMail";
    const isBounce = (kind === "none" || kind === "unknown") && random.chance(0.3);
    return {
      time,
      client: own ? this.clients.ofDomain(domain, random) : this.clients.stranger(this.count, random),
      from: isBounce ? "" : `${userName(random.zipf(400))}@${name}`,
      recipients: this.recipients(kind),
      size: 900 + Math.floor(random.exponential(18_000)),
      messageId: `<${random.int(0x7fff_ffff).toString(36)}.${this.count}@${name}>`,
      result: isResult(kind) ? kind : "pass",
      ...(kind === "lostAfterMail" || kind === "cutInData" || kind === "filterDown" ? { trouble: kind } : {}),
    };
  }

  /** Mostly well known, but every server also hears from many it never meets again. */
  private domain(): number {
    const known = BENCH_DOMAINS + Math.floor(this.count / 200);
    return this.random.chance(0.3) ? this.random.int(known) : this.random.zipf(known);
  }

  private submission(time: number) {
    const { random } = this;
    const domain = domainName(this.domain());
    const to = `${userName(random.zipf(400))}@${domain}`;
    const relay = { name: `m0.${domain}.`, ip: `10.0.${random.int(256)}.${random.int(256)}` };
    const user = random.pick(["root", "web", "news"]);
    const size = 700 + random.int(4_000);
    return writeSubmission(
      { time, user, uid: 33, domain: "mx.example", to, relay, size },
      this.server,
      random,
    );
  }

  private recipients(kind: Kind): EnvelopeRecipient[] {
    if (kind === "denied")
      return [{ address: `${userName(this.random.int(900))}@elsewhere.test`, fate: "denied" }];
    const several = this.random.chance(0.016) ? this.random.between(2, 6) : 1;
    const all = Array.from({ length: several }, () => this.recipient(kind));
    return several === 1 ? all : [...new Map(all.map((one) => [one.address, one])).values()];
  }

  private recipient(kind: Kind): EnvelopeRecipient {
    const { random } = this;
    const address = `${userName(random.zipf(3_000))}@mx.example`;
    if (kind === "unknown") return { address: `old.${address}`, fate: "unknown" };
    if (random.chance(0.94)) return { address, fate: "local" };
    const relay = { name: "store.example.kr.", ip: "10.0.0.40" };
    return {
      address,
      fate: random.chance(0.8) ? "relayed" : random.chance(0.8) ? "deferred" : "bounced",
      relay,
    };
  }
}

function isResult(kind: Kind): kind is SpfResult {
  return (
    kind !== "unknown" &&
    kind !== "denied" &&
    kind !== "lostAfterMail" &&
    kind !== "cutInData" &&
    kind !== "filterDown"
  );
}
