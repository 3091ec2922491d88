import { headers } from "next/headers";
import { LOG_VIEWS, LONGEST_DRAFT, type RecordsAddress } from "@/components/records/address";
import type { DeskProblem } from "@/components/records/problem-note";
import { clientOf } from "@/lib/accounts/visitor";
import { readConfig } from "@/lib/config/config";
import { DatabaseFault } from "@/lib/db/faults";
import type { Resolver } from "@/lib/spf";
import { isCheckable } from "@/lib/spf/domain-name";
import { startingText } from "@/lib/spf/draft/starting-text";
import { asciiName } from "@/lib/spf/idn";
import { lookUpPublished, type Published } from "@/lib/spf/published";
import { isDemoDomain } from "../demo";
import { ownResolver, visitResolver } from "../dns";
import { type Person, signedIn, whoIs } from "../signed-in";
import { inTurn, TURN } from "../turns";
import { secondsToWait } from "./limits";

/** What every part of the workbench works with. */
export interface Desk {
  address: RecordsAddress;
  person: Person | null;
  /** In ASCII, as DNS is asked for it; null without one, or where it is none. */
  domain: string | null;
  published: Published | null;
  /** Whether the domain is the demo's, and what is published is so in its zone only. */
  isDemo: boolean;
  /** The text in the editor: that of the address, else what is published, of several records together. */
  draft: string;
  problem: DeskProblem | null;
  /** Works something out with DNS, when it is the visitor's turn; null where too many wait. */
  work<T>(task: (resolver: Resolver) => Promise<T>): Promise<T | null>;
}

/** A longer draft of a stranger is not looked into: it takes its time, and is no record that receivers would thank for. */
const LONGEST_OF_STRANGERS = 2_000;

/** Reads the visitor's request: who it is, what domain and draft it is about. */
export async function openDesk(asked: RecordsAddress): Promise<Desk | DatabaseFault> {
  const person = readConfig().publicRecords ? await whoIs() : await signedIn();
  if (person instanceof DatabaseFault) return person;
  // What logs hold is for people who are signed in; where that cannot be told, for nobody.
  if (person === null && LOG_VIEWS.includes(asked.view)) {
    const known = await signedIn();
    if (known instanceof DatabaseFault) return known;
  }
  const domain = asked.domain === null ? null : asciiName(asked.domain).toLowerCase();
  const isDomain = domain !== null && isCheckable(domain) && !/[\s@:/]/.test(domain);
  const client = clientOf(await headers());
  // Opened at its first turn, since its time runs from then on.
  let opened: Resolver | undefined;
  const resolver = () => (opened ??= person === null ? visitResolver() : ownResolver());
  const desk: Desk = {
    address: isDomain ? { ...asked, domain } : asked,
    person,
    domain: isDomain ? domain : null,
    published: null,
    isDemo: false,
    draft: asked.record ?? "",
    problem:
      longOf(asked, person === null ? LONGEST_OF_STRANGERS : LONGEST_DRAFT) ??
      (domain !== null && !isDomain ? { kind: "domain" } : null),
    work: (task) => (person === null ? inTurn("records", client, () => task(resolver())) : task(resolver())),
  };
  if (asked.domain === null && asked.record === null) return desk;
  const seconds = person === null ? await secondsToWait(client) : null;
  if (seconds !== null) return { ...desk, problem: { kind: "wait", seconds } };
  if (desk.domain === null) return desk;
  const published = await desk.work((one) => lookUpPublished(domain!, one));
  if (published === null) return { ...desk, problem: { kind: "wait", seconds: TURN } };
  const isDemo = await isDemoDomain(domain);
  return { ...desk, published, isDemo, draft: asked.record ?? startingText(published.texts) };
}

/** A text that is too long to be worked with; what is published can be opened all the same. */
function longOf({ record, as }: RecordsAddress, most: number): DeskProblem | null {
  const length = Math.max(record?.length ?? 0, as?.length ?? 0);
  return length > most ? { kind: "long", length, most } : null;
}
