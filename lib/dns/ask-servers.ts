import { randomInt } from "node:crypto";
import { askByTcp, askByUdp, type Exchanged } from "./exchange";
import type { DnsServer, DnsServers } from "./servers";
import { answersQuestion, type Message, readMessage, writeQuery } from "./wire-message";
import type { QuestionType } from "./wire-record";

/** The EDNS size that passes everywhere without fragments (DNS flag day 2020). */
const PAYLOAD = 1232;
const RCODES = ["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"];
const [NOERROR, FORMERR, NXDOMAIN, NOTIMP, BADVERS] = [0, 1, 3, 4, 16];

/** A response worth believing (NOERROR or NXDOMAIN), or why no server gave one. */
export type Asked = Message | { failure: string };

/** Whom to ask, and whether they are to ask others in turn, which all but authoritative servers do. */
export type AskedServers = DnsServers & { recursion?: boolean };

/** Asks the servers in turn, as many rounds as they say, until one gives a response worth believing or `timeLeft()` (milliseconds) is used up. */
export async function askServers(
  { servers, attempts, timeoutMs, recursion }: AskedServers,
  name: string,
  type: QuestionType,
  timeLeft: () => number,
  signal?: AbortSignal,
): Promise<Asked> {
  let failure = "no server to ask";
  for (let round = 0; round < attempts; round++) {
    for (const server of servers) {
      if (timeLeft() < 1) return { failure: "time budget used up" };
      const patience = () => Math.max(Math.min(timeoutMs, timeLeft()), 0);
      const asked = await askOne({ server, name, type, recursion, patience, signal });
      if (!("failure" in asked)) return asked;
      if (signal?.aborted) return { failure: "aborted" };
      failure = asked.failure;
    }
  }
  return { failure };
}

interface One {
  server: DnsServer;
  name: string;
  type: QuestionType;
  recursion: boolean | undefined;
  /** Milliseconds for the next packet, of which one try may need up to four: without EDNS, and by TCP. */
  patience: () => number;
  signal: AbortSignal | undefined;
}

async function askOne(one: One): Promise<Asked> {
  const asked = await exchange(one, PAYLOAD);
  if ("failure" in asked) return asked;
  const knowsNoEdns = [FORMERR, NOTIMP, BADVERS].includes(asked.rcode);
  return believable(knowsNoEdns ? await exchange(one, 0) : asked);
}

function believable(asked: Asked): Asked {
  if ("failure" in asked || asked.rcode === NOERROR || asked.rcode === NXDOMAIN) return asked;
  return { failure: RCODES[asked.rcode] ?? `rcode ${asked.rcode}` };
}

async function exchange(
  { server, name, type, recursion, patience, signal }: One,
  payload: number,
): Promise<Asked> {
  const question = { id: randomInt(0x10000), name, type, recursion };
  const query = writeQuery(question, payload);
  if (!query) return { failure: "no name" };
  const accept = (bytes: Uint8Array) => answersQuestion(bytes, question);
  const packet = { server, query, accept, signal };
  const byUdp = await askByUdp({ ...packet, timeoutMs: patience() });
  const first = understood(byUdp);
  // Over TCP nobody can answer in the server's place without seeing what it is asked.
  const needsTcp = "failure" in first ? "isFlood" in byUdp : first.truncated;
  if (!needsTcp) return first;
  const byTcp = understood(await askByTcp({ ...packet, timeoutMs: patience() }));
  return "failure" in byTcp || !byTcp.truncated ? byTcp : { failure: "truncated over TCP" };
}

function understood(exchanged: Exchanged): Asked {
  if ("failure" in exchanged) return exchanged;
  return readMessage(exchanged.bytes) ?? { failure: "malformed response" };
}
