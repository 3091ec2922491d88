import { DatabaseFault } from "@/lib/db/faults";
import { askReader } from "@/lib/queries/ask";
import { ownDomains } from "@/lib/queries/own-domains";
import { draftedDomains } from "@/lib/queries/record-versions";
import { ask } from "../database";
import type { Person } from "../signed-in";

const OWN = 8;
const DRAFTED = 30;

/** What someone who is signed in may begin with; null for a stranger, and where the database cannot tell. */
export async function loadStart(person: Person | null) {
  if (person === null) return null;
  const found = await ask(async (reader) => ({
    ownDomains: await ownDomains(askReader(reader), OWN),
    drafted: await draftedDomains(reader, DRAFTED),
  }));
  return found instanceof DatabaseFault ? null : found;
}
