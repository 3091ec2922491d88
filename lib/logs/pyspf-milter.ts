import type { Grammar } from "./fact";
import { emitAddedHeader, splitQueueId } from "./log-verdict";

const CHECKER = "pyspf-milter";
const REFUSED = /^(?:[45]\d\d )?[45]\.7\.\d{1,3} Message (?:rejected|deferred) due to: /;
const IGNORED =
  /^(?:connect from |mail from: |pyspf-milter |prepend |Header |Action: |spfcheck|Cached |Traceback |File "|[A-Za-z_.]{1,60}(?:Error|Exception|Warning)\b|During handling |The above exception |milter |accept |skip|Config |Read |Unknown|Unable |ERROR)/;

/**
 * Lines of pyspf-milter, most without a queue id. Its refusals are sendmail's or Postfix's to tell, which know the
 * whole envelope: told twice, they would count twice.
 */
export const pyspfMilter: Grammar = (line, emit) => {
  const { queueId, text: at } = splitQueueId(line);
  if (at.startsWith("prepend ") && emitAddedHeader(at, 8, CHECKER, queueId, emit)) return seen(emit);
  if (REFUSED.test(at)) return seen(emit);
  if (at.startsWith("pyspf-milter started")) seen(emit);
  return IGNORED.test(at) || at.includes("#012") ? "ignored" : "unknown";
};

function seen(emit: Parameters<Grammar>[1]): "matched" {
  emit({ kind: "filterSeen", filter: CHECKER, spf: true });
  return "matched";
}
