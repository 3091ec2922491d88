import type { Asked } from "./ask-servers";
import { foldName } from "./wire-name";
import type { QuestionType } from "./wire-record";

/** Asks the recursive servers one question. */
export type Ask = (name: string, type: QuestionType) => Promise<Asked>;

/** The zone that a name lies in, with the names of its servers, or why it cannot be told. */
export type FoundZone = { zone: string; servers: string[] } | { problem: "no-zone" | "no-answer" };

/** Questions on the way up. An absence names its zone, so that two are enough where resolvers tell it. */
const MAX_STEPS = 12;

/**
 * Finds the zone of a name by the NS records of the names above it. A zone of one label is that of a registry, which
 * says of a name below it only that nobody has it.
 */
export async function findZone(name: string, ask: Ask): Promise<FoundZone> {
  let at = foldName(name);
  for (let step = 0; step < MAX_STEPS && at.includes("."); step++) {
    const asked = await ask(at, "NS");
    if ("failure" in asked) return { problem: "no-answer" };
    const servers = asked.answers.flatMap((answer) =>
      "nameServer" in answer && foldName(answer.owner) === at ? [foldName(answer.nameServer)] : [],
    );
    if (servers.length > 0) return { zone: at, servers: [...new Set(servers)].sort() };
    const told = asked.zone === null ? at : foldName(asked.zone);
    at = at.endsWith(`.${told}`) ? told : at.slice(at.indexOf(".") + 1);
  }
  return { problem: "no-zone" };
}
