import type { PrismaClient } from "@/lib/db/reader";
import { decodeText } from "@/lib/mail/charset";

/** One program's lines of a log. */
export interface ProgramLines {
  /** "" where the lines name no program. */
  program: string;
  matched: number;
  ignored: number;
  unknown: number;
  /** Some of its unknown lines, oldest first. */
  samples: string[];
}

const MAX_PROGRAMS = 50;
const MAX_SAMPLES = 20;

/** The programs of a log, those with most unknown lines first, with samples of these; and how many there are in all. */
export async function unknownLines(
  reader: PrismaClient,
  fileId: number,
): Promise<{ programs: ProgramLines[]; total: number }> {
  const rows = await reader.programCount.findMany({
    where: { fileId },
    orderBy: [{ unknown: "desc" }, { matched: "desc" }, { ignored: "desc" }, { program: "asc" }],
    take: MAX_PROGRAMS,
  });
  const total =
    rows.length < MAX_PROGRAMS ? rows.length : await reader.programCount.count({ where: { fileId } });
  const samples = await samplesOf(reader, fileId);
  const programs = rows.map(({ program, matched, ignored, unknown }) => ({
    program,
    matched: Number(matched),
    ignored: Number(ignored),
    unknown: Number(unknown),
    samples: samples.get(program) ?? [],
  }));
  return { programs, total };
}

async function samplesOf(reader: PrismaClient, fileId: number): Promise<Map<string, string[]>> {
  const lines = await reader.unknownLine.findMany({
    where: { fileId },
    orderBy: { id: "asc" },
    take: MAX_PROGRAMS * MAX_SAMPLES,
    select: { program: true, text: true },
  });
  const samples = new Map<string, string[]>();
  for (const { program, text } of lines) {
    const ofProgram = samples.get(program) ?? [];
    if (ofProgram.length < MAX_SAMPLES) ofProgram.push(readable(text));
    samples.set(program, ofProgram);
  }
  return samples;
}

/** Lines are kept as one character per byte, but for those of a journal. */
function readable(text: string): string {
  return /[^\0-\xff]/.test(text) ? text : decodeText(text).text;
}
