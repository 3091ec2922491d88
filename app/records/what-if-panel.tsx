import { getLocale } from "next-intl/server";
import { ProblemNote } from "@/components/records/problem-note";
import { type SeenClient, WhatIfView } from "@/components/records/what-if/what-if-view";
import { DatabaseFault } from "@/lib/db/faults";
import { recordBill } from "@/lib/spf/bill/record-bill";
import { ask } from "../database";
import { readLanguage } from "../language";
import { TURN } from "../turns";
import type { Desk } from "./desk";
import { knownSenders } from "./known-senders";
import { whatIf } from "./what-if";

/** Clients that are offered to be checked, those with most of the newest messages; the page comes anew with each draft. */
const SEEN = { messages: 20_000, clients: 6 };

/** Any message against what is published and against the draft. */
export async function WhatIfPanel({ desk }: { desk: Desk }) {
  const { address, domain, draft, published } = desk;
  const found = await desk.work(async (resolver) => ({
    answer: await whatIf({ address, domain, published: published?.text ?? null, draft }, resolver, Date.now),
    bill: await recordBill({ domain, text: draft }, resolver),
  }));
  if (found === null) return <ProblemNote problem={{ kind: "wait", seconds: TURN }} address={address} />;
  const language = readLanguage(await getLocale());
  return <WhatIfView address={address} {...found} seen={await seenClients(desk)} language={language} />;
}

/** The clients that sent most as the domain, for people who are signed in. */
async function seenClients({ person, domain, address }: Desk): Promise<SeenClient[]> {
  if (person === null || domain === null) return [];
  const found = await ask((reader) => knownSenders(reader, domain, address.days, Date.now(), SEEN));
  if (found instanceof DatabaseFault) return [];
  return found.senders.senders.map(({ ip, helos }) => ({
    ip,
    sender: `postmaster@${domain}`,
    helo: helos[0] ?? "",
  }));
}
