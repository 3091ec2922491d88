import type { PrismaClient } from "@/lib/db/reader";
import { isCheckable } from "@/lib/spf/domain-name";
import { asciiName } from "@/lib/spf/idn";
import { aloneAmongSavers, insertIfNew, type NewVersion, type Versions } from "./record-version-saving";

/** What keeps a text from being kept: its domain, itself (empty, over 5,000 characters, NUL), its note, or a full store. */
export const VERSION_FAULTS = [
  "domain",
  "textEmpty",
  "textLong",
  "textCharacters",
  "note",
  "manyVersions",
  "manyDomains",
] as const;
export type VersionFault = (typeof VERSION_FAULTS)[number];

/** The numbers of RecordVersion.kind. */
export const DRAFT = 0;
export const PUBLISHED = 1;

/** Characters of a text and of a note; drafts of a domain, domains of each kind; texts seen published at a domain, of which the oldest go. */
export const LONGEST_TEXT = 5000;
export const LONGEST_NOTE = 200;
export const MOST_DRAFTS = 500;
export const MOST_DOMAINS = 2000;
export const MOST_PUBLISHED = 100;

/** A draft as it is given; `by` is the name of who saves it, null for nobody that is known. */
interface GivenVersion {
  domain: string;
  text: string;
  note: string;
  by: string | null;
}

/** A domain as versions are kept under it: ASCII, lower case, no dot at the end; null for what SPF cannot be checked of. */
export function versionDomain(domain: string): string | null {
  const name = asciiName(domain.trim()).toLowerCase();
  return isCheckable(name) && !/[^!-~]/.test(name) ? name : null;
}

/**
 * Keeps a draft; gives its id. The text that the newest draft has already is kept once, with the note given last.
 */
export async function saveVersion(
  client: PrismaClient,
  given: GivenVersion,
  now: number,
): Promise<number | VersionFault> {
  const domain = versionDomain(given.domain);
  if (domain === null) return "domain";
  const [text, note] = [given.text.trim(), given.note.trim()];
  const fault = textFault(text) ?? (isNote(note) ? null : "note");
  if (fault !== null) return fault;
  const draft = { domain, text, note, kind: DRAFT, userName: given.by, createdAt: BigInt(now) };
  return aloneAmongSavers(client, (alone) => saveDraft(alone, draft));
}

async function saveDraft(client: Versions, draft: NewVersion): Promise<number | VersionFault> {
  const { domain, text, note } = draft;
  for (;;) {
    const newest = await newestOf(client, domain, DRAFT);
    if (newest?.text === text) {
      if (note !== "") await client.recordVersion.updateMany({ where: { id: newest.id }, data: { note } });
      return newest.id;
    }
    const full = await fullness(client, domain);
    if (full !== null) return full;
    const id = await insertIfNew(client, draft);
    if (id !== null) return id;
  }
}

/**
 * Keeps a text that was seen published, where it is another than the newest seen; gives whether it was added. A text that
 * cannot be kept is left out, and the oldest seen go where there are too many.
 */
export async function notePublished(
  client: PrismaClient,
  given: { domain: string; text: string },
  now: number,
): Promise<boolean> {
  const domain = versionDomain(given.domain);
  if (domain === null || textFault(given.text) !== null) return false;
  const seen = {
    domain,
    text: given.text,
    note: "",
    kind: PUBLISHED,
    userName: null,
    createdAt: BigInt(now),
  };
  // Nearly every time it is known, and needs no turn among those who save.
  if ((await newestOf(client, domain, PUBLISHED))?.text === given.text) return false;
  return aloneAmongSavers(client, async (alone) => {
    if (await hasNoPlace(alone, domain, PUBLISHED)) return false;
    if ((await insertIfNew(alone, seen)) === null) return false;
    await dropOldest(alone, domain);
    return true;
  });
}

/** Removes one version; one that is not there is removed already. */
export async function removeVersion(client: PrismaClient, id: number): Promise<void> {
  await client.recordVersion.deleteMany({ where: { id } });
}

function textFault(text: string): VersionFault | null {
  if (text.trim() === "") return "textEmpty";
  if (text.length > LONGEST_TEXT) return "textLong";
  // PostgreSQL cannot hold it.
  return text.includes("\0") ? "textCharacters" : null;
}

function isNote(note: string): boolean {
  return note.length <= LONGEST_NOTE && !/\p{Cc}/u.test(note);
}

function newestOf(client: Versions, domain: string, kind: number) {
  return client.recordVersion.findFirst({
    where: { domain, kind },
    select: { id: true, text: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

async function fullness(client: Versions, domain: string): Promise<VersionFault | null> {
  const drafts = await client.recordVersion.count({ where: { domain, kind: DRAFT } });
  if (drafts >= MOST_DRAFTS) return "manyVersions";
  return (await hasNoPlace(client, domain, DRAFT)) ? "manyDomains" : null;
}

/**
 * Whether a domain of which nothing of a kind is kept would be one too many. Each kind has its own places: domains that
 * someone only looked at keep nobody from saving a draft.
 */
async function hasNoPlace(client: Versions, domain: string, kind: number): Promise<boolean> {
  if ((await client.recordVersion.findFirst({ where: { domain, kind }, select: { id: true } })) !== null)
    return false;
  const [row] = await client.$queryRaw<{ n: unknown }[]>`
    SELECT COUNT(DISTINCT "domain") AS "n" FROM "RecordVersion" WHERE "kind" = ${kind}`;
  return Number(row!.n) >= MOST_DOMAINS;
}

async function dropOldest(client: Versions, domain: string): Promise<void> {
  const old = await client.recordVersion.findMany({
    where: { domain, kind: PUBLISHED },
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: MOST_PUBLISHED,
  });
  if (old.length > 0)
    await client.recordVersion.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
}
