import type { Command } from "./command";
import { DNS_HELP } from "./dns-options";
import { draftFromTraffic } from "./draft-from-traffic";
import { draftReplay } from "./draft-replay";
import { draftZone } from "./draft-zone";
import { UsageFault } from "./fault";

const HELP = `Usage: whyspf draft zone         [--domain NAME] DRAFT [--ttl N] [--check [--authority HOST:PORT[,…]]] [options]
       whyspf draft from-traffic --domain NAME [DRAFT] [PERIOD] [options]
       whyspf draft replay       --domain NAME DRAFT [PERIOD] [options]

Drafts an SPF record, and says what it would do, before anyone publishes it. Changes nothing, in the DNS or elsewhere.

  zone           reads a record in any form, and says what is wrong with it, what it costs, how long it is, what it
                 changes, and how to publish it: lines of a zone file, with -all and ~all, and a plan with the way back
  from-traffic   who sent as the domain by the stored mail, what they seem to be and why, and a record that authorises
                 those that may be without asking: never a forger
  replay         evaluates the stored mail anew, under the published record and under the draft: what would change, and
                 what would bounce

DRAFT is the record's text, as it is copied from a zone file, a tool or a mail:
  --record TEXT          this text
  --record-file FILE     what is in FILE; - is standard input
from-traffic begins with the published record where there is no DRAFT; zone takes the domain of the text's own line.

PERIOD is of the stored mail:
  --days N               the last N days (30)
  --since T, --until T   from that time on, before that time (2026-11-24 or 2026-11-24T12:00:00+09:00)

Of zone:
  --ttl N                seconds that the record may be remembered (3600)
  --check                ask every authoritative server of the domain what it publishes
  --authority HOST:PORT[,…]  ask these in place of the servers of the NS records, or of WHYSPF_AUTHORITY
Of all:
${DNS_HELP}
  --json                 one line of JSON:
                         zone: {domain, record, pasted, published, lint, addresses, sizes, diff, ttl, zoneLines,
                         strings, pair, plan, authority, live}; what cannot be said of such a draft is null
                         from-traffic: {domain, range, published, draft, groups, suggested, zoneLines, …}
                         replay: {domain, draft, published, range, messages, matrix, loggedMatrix, clients,
                         enforcement, …}; [result published][result drafted] in the order of "results"
  --language ko|en       of what is said to people; without it, that of LANG

Times in JSON are epoch milliseconds. Exit code 0 for any draft, right or wrong; 1 where the DNS does not tell what is
published, no server answers --check, a replayed message stays open (temperror), the database cannot be used, or the
command is stopped; 2 for wrong options.
`;

const PARTS: Record<string, Command["run"]> = {
  zone: draftZone,
  "from-traffic": draftFromTraffic,
  replay: draftReplay,
};

/** `whyspf draft`. */
export const draft: Command = {
  name: "draft",
  summary: "draft an SPF record from stored mail, replay it, and say how to publish it",
  help: HELP,
  async run(call) {
    const [part = "", ...args] = call.args;
    const run = Object.hasOwn(PARTS, part) ? PARTS[part]! : null;
    if (run === null) throw new UsageFault(`takes ${Object.keys(PARTS).join(", ")}, not "${part}".`);
    return await run({ ...call, args });
  },
};
