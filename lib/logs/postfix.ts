import { canonicalIp } from "@/lib/net/ip";
import type { EnvelopeFact, Fact, Grammar, LineFate } from "./fact";
import { readPostfixDelivery } from "./postfix-delivery";
import { readPostfixRefusal } from "./postfix-refusal";
import { queueIdEnd } from "./queue-id";

type Emit = (fact: Fact) => void;

/** Parts of Postfix that say nothing of what becomes of a message. */
const SILENT =
  /^(?:postfix|anvil|master|scache|pickup|bounce|trivial-rewrite|tlsmgr|tlsproxy|verify|proxymap|proxywrite|dnsblog|flush|showq|spawn|postdrop|sendmail|postfix-script|post[a-z-]{3,12})$/;
const NO_FATE =
  /^(?:removed|skipped|warning: |info: |prepend: |replace: |redirect: |bcc: |hold: |filter: |warn: |pass: |strip: |delay: |reject_warning: |milter-hold: |sender |postmaster |uid=|resent-message-id=|conversation |lost connection |timeout |enabling |Cannot start TLS|host |breaking |passing |enqueuing|copying |requeued|released|placed|uncorrelated|queued|encoding|message |expired|error: |Server certificate|TLS |invalid|No |end-of-message|replies)/i;
const CLIENT = /([^[\s]{1,255})\[([^\]\s]{1,60})\]/y;

/** The grammar for lines of one part of Postfix: `smtpd`, `cleanup`, `qmgr`, a delivery agent. */
export function postfix(part: string): Grammar {
  const silent = SILENT.test(part) && part !== "postscreen";
  return (text, emit) => {
    if (silent) return "ignored";
    if (text.startsWith("NOQUEUE: ")) return readBody(text, 9, null, part, emit);
    const end = queueIdEnd(text);
    // Without a queue id: connections, TLS, statistics, and Postfix's troubles with itself.
    if (end < 0 || text.charCodeAt(end + 1) !== 32) return "ignored";
    return readBody(text, end + 2, text.slice(0, end), part, emit);
  };
}

function readBody(text: string, at: number, queueId: string | null, part: string, emit: Emit): LineFate {
  const refusal = readPostfixRefusal(text, at, queueId, emit);
  if (refusal) return refusal;
  if (queueId === null) return "ignored";
  if (text.startsWith("client=", at)) return readClient(text, at + 7, queueId, emit);
  if (text.startsWith("message-id=", at)) return readMessageId(text, at + 11, queueId, emit);
  if (text.startsWith("from=<", at)) return readSender(text, at + 6, queueId, emit);
  if (text.startsWith("to=<", at)) return readPostfixDelivery(text, at + 3, queueId, part, emit);
  return NO_FATE.test(text.slice(at, at + 40)) ? "ignored" : "unknown";
}

function envelope(queueId: string, known: Partial<EnvelopeFact>): EnvelopeFact {
  return {
    kind: "envelope",
    queueId,
    envelopeFrom: null,
    size: null,
    recipientCount: null,
    messageId: null,
    clientName: null,
    clientIp: null,
    helo: null,
    ...known,
  };
}

/** `client=H[I]`, more fields after it. */
function readClient(text: string, at: number, queueId: string, emit: Emit): LineFate {
  CLIENT.lastIndex = at;
  const client = CLIENT.exec(text);
  if (!client) return "unknown";
  const clientName = client[1] === "unknown" ? null : client[1]!;
  emit(envelope(queueId, { clientName, clientIp: canonicalIp(client[2]!) }));
  return "matched";
}

function readMessageId(text: string, at: number, queueId: string, emit: Emit): LineFate {
  const messageId = text.slice(at, at + 300).trim();
  if (messageId === "") return "ignored";
  emit(envelope(queueId, { messageId }));
  return "matched";
}

/** `from=<A>, size=N, nrcpt=N (queue active)`: the end is Postfix's own, whatever the address holds. */
function readSender(text: string, at: number, queueId: string, emit: Emit): LineFate {
  const end = text.lastIndexOf(">, size=");
  const numbers = end < at ? null : /^>, size=(\d{1,10}), nrcpt=(\d{1,7}) /.exec(text.slice(end, end + 60));
  if (!numbers) return text.lastIndexOf(">, status=") >= at ? "ignored" : "unknown";
  const [, size, count] = numbers;
  emit(
    envelope(queueId, {
      envelopeFrom: text.slice(at, end),
      size: Number(size),
      recipientCount: Number(count),
    }),
  );
  return "matched";
}
