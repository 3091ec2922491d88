import type { SqlRow } from "@/lib/db/writer";

/** What would be refused of a domain's mail, what of that was marked, what was refused and what is allowed; who sent the first. */
export interface DomainTally {
  messages: number;
  tagged: number;
  refused: number;
  allowed: number;
  clients: Set<number>;
}

const none = (): DomainTally => ({ messages: 0, tagged: 0, refused: 0, allowed: 0, clients: new Set() });

/** Adds up what pairs of domain and client come to in parts of a time. */
export class EnforcementTally {
  readonly all = none();
  /** Of messages that name no domain. */
  readonly nameless = none();
  private readonly domains = new Map<number, DomainTally>();

  add(row: SqlRow): void {
    addTo(this.all, row);
    addTo(row.domainId === null ? this.nameless : this.tallyOf(Number(row.domainId)), row);
  }

  /** The domains of which any mail would be refused, those with most of it first. */
  worst(): [domainId: number, tally: DomainTally][] {
    const hit = [...this.domains].filter(([, { messages }]) => messages > 0);
    return hit.sort(([idA, a], [idB, b]) => b.messages - a.messages || idA - idB);
  }

  private tallyOf(domainId: number): DomainTally {
    let tally = this.domains.get(domainId);
    if (tally === undefined) {
      tally = none();
      this.domains.set(domainId, tally);
    }
    return tally;
  }
}

function addTo(tally: DomainTally, row: SqlRow): void {
  const messages = Number(row.messages);
  tally.messages += messages;
  tally.tagged += Number(row.tagged);
  tally.refused += Number(row.refused);
  tally.allowed += Number(row.allowed);
  if (messages > 0 && row.clientId !== null) tally.clients.add(Number(row.clientId));
}
