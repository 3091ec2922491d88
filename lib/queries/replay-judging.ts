import { isClientIp } from "@/lib/spf/check-host";
import { DistinctCount } from "@/lib/spf/replay/distinct-count";
import { judgeDraft, judgePublished, type Mail } from "@/lib/spf/replay/judge";
import { KnownJudgements } from "@/lib/spf/replay/known-judgements";
import { USES } from "@/lib/spf/replay/uses";
import type { Breather } from "./breather";
import { inTurns } from "./in-turns";
import type { Names, ReplayRow } from "./replay-rows";
import type { Outcome, ReplayTally } from "./replay-tally";
import type { PreparedTrial } from "./replay-trial";

/** Evaluations at the same time, for those that wait for DNS. */
const AT_ONCE = 16;

/** What a message names: `key` is alike for those of the same client, sender and HELO name. */
interface Named {
  row: ReplayRow;
  mail: Mail;
  key: string;
}

/** Judges messages, every different (client, sender, HELO) once at most, and tells the tally. */
export class Judging {
  evaluations = 0;
  readonly triples = new DistinctCount();
  private readonly published = new KnownJudgements();
  private readonly drafted = new KnownJudgements();

  constructor(
    private readonly trial: PreparedTrial["trial"],
    private readonly tally: ReplayTally,
    private readonly names: { clients: Names; helos: Names },
    private readonly breather: Breather,
  ) {}

  async add(rows: ReplayRow[]): Promise<void> {
    await this.names.clients.read(rows.map(({ clientId }) => clientId));
    await this.names.helos.read(rows.map(({ heloId }) => heloId));
    const named = rows.flatMap((row) => this.nameOf(row) ?? []);
    this.tally.unusable += rows.length - named.length;
    const judged = await this.judgeAll(named);
    for (const { row, key } of named) {
      const outcome = judged.get(key)!;
      if (isGuess(row, outcome.published.uses | outcome.draft.uses)) this.tally.unusable++;
      else this.tally.add(row, outcome);
    }
  }

  /** What is checked of a message; null where it names no client, or no sender. */
  private nameOf(row: ReplayRow): Named | null {
    const { clientId, heloId, envelopeFrom } = row;
    const ip = this.names.clients.of(clientId);
    const helo = this.names.helos.of(heloId);
    if (ip === null || envelopeFrom === null || !isClientIp(ip)) return null;
    if (envelopeFrom === "" && helo === null) return null;
    // RFC 7208 section 2.4: a null reverse-path stands for postmaster at the HELO name.
    const sender = envelopeFrom === "" ? `postmaster@${helo}` : envelopeFrom;
    const key = `${clientId} ${heloId} ${envelopeFrom}`;
    this.triples.add(key);
    return { row, mail: { ip, sender, helo: helo ?? "" }, key };
  }

  private async judgeAll(named: Named[]): Promise<Map<string, Outcome>> {
    const judged = new Map<string, Outcome>();
    const missing = new Map<string, Mail>();
    for (const { mail, key } of named) {
      if (judged.has(key) || missing.has(key)) continue;
      const known = this.known(mail);
      if (known === null) missing.set(key, mail);
      else judged.set(key, known);
    }
    await inTurns([...missing], AT_ONCE, async ([key, mail]) => {
      judged.set(key, await this.evaluate(mail));
      await this.breather.ifDue();
    });
    return judged;
  }

  private known(mail: Mail): Outcome | null {
    const published = this.published.find(mail);
    const draft = published && this.drafted.find(mail);
    return published && draft ? this.tally.outcomeOf(published, draft) : null;
  }

  private async evaluate(mail: Mail): Promise<Outcome> {
    const { published, drafted, trial } = this;
    const [knownNow, knownThen] = [published.find(mail), drafted.find(mail)];
    // Another of its client may have been evaluated since it was looked for.
    if (knownNow === undefined || knownThen === undefined) this.evaluations++;
    const now = knownNow ?? published.keep(mail, await judgePublished(mail, trial));
    const then = knownThen ?? drafted.keep(mail, await judgeDraft(mail, trial));
    return this.tally.outcomeOf(now, then);
  }
}

/** Whether a check used what the message does not tell: its HELO name, or the part of the sender before the "@". */
function isGuess({ heloId, envelopeFrom }: ReplayRow, uses: number): boolean {
  if ((uses & USES.helo) !== 0 && heloId === null) return true;
  return (uses & USES.sender) !== 0 && envelopeFrom !== "" && !envelopeFrom!.includes("@");
}
