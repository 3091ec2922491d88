import type { PrismaClient } from "@/lib/db/reader";
import { DRAFT, versionDomain } from "@/lib/store/record-versions";
import type { RecordVersion } from "./record-version";

/** A domain with drafts: the newest of them, its time in epoch ms, and how many there are. */
export interface DraftedDomain {
  domain: string;
  text: string;
  time: number;
  drafts: number;
}

/** What is kept of a domain's record, newest first. */
export async function recordVersions(
  reader: PrismaClient,
  domain: string,
  limit: number,
): Promise<RecordVersion[]> {
  const rows = await reader.recordVersion.findMany({
    where: { domain: versionDomain(domain) ?? "" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(versionOf);
}

/** What a database takes for an id; PostgreSQL refuses what is larger. */
const LARGEST_ID = 2 ** 31 - 1;

/** One version; null where it is gone. */
export async function recordVersion(reader: PrismaClient, id: number): Promise<RecordVersion | null> {
  if (id > LARGEST_ID) return null;
  const row = await reader.recordVersion.findUnique({ where: { id } });
  return row && versionOf(row);
}

/** The domains that someone drafted a record for, those drafted last first. */
export async function draftedDomains(reader: PrismaClient, limit: number): Promise<DraftedDomain[]> {
  const rows = await reader.$queryRaw<Record<"domain" | "text" | "time" | "drafts", unknown>[]>`
    SELECT "domain", "text", "createdAt" AS "time", "drafts" FROM (
      SELECT "id", "domain", "text", "createdAt",
        ROW_NUMBER() OVER (PARTITION BY "domain" ORDER BY "createdAt" DESC, "id" DESC) AS "place",
        COUNT(*) OVER (PARTITION BY "domain") AS "drafts"
      FROM "RecordVersion" WHERE "kind" = ${DRAFT}
    ) "placed" WHERE "place" = 1 ORDER BY "createdAt" DESC, "id" DESC LIMIT ${limit}`;
  return rows.map(({ domain, text, time, drafts }) => ({
    domain: String(domain),
    text: String(text),
    time: Number(time),
    drafts: Number(drafts),
  }));
}

type Row = NonNullable<Awaited<ReturnType<PrismaClient["recordVersion"]["findUnique"]>>>;

function versionOf({ id, domain, text, kind, note, userName, createdAt }: Row): RecordVersion {
  return {
    id,
    domain,
    text,
    kind: kind === DRAFT ? "draft" : "published",
    note,
    by: userName,
    time: Number(createdAt),
  };
}
