import { readFile, stat } from "node:fs/promises";
import { isCheckable } from "@/lib/spf/domain-name";
import { type Pasted, readPasted } from "@/lib/spf/edit/read-pasted";
import { asciiName } from "@/lib/spf/idn";
import type { Call } from "./command";
import { DNS_OPTIONS } from "./dns-options";
import { UsageFault } from "./fault";

/** What every part of `whyspf draft` takes. */
export const DRAFT_OPTIONS = {
  domain: { type: "string" },
  record: { type: "string" },
  "record-file": { type: "string" },
  ...DNS_OPTIONS,
  json: { type: "boolean" },
  language: { type: "string" },
} as const;

/** Octets of a file with a record; one is a thousandth of that. */
const LARGEST = 1_000_000;

/** Refuses what is no option. Throws UsageFault. */
export function refuseWords([word]: string[]): void {
  if (word !== undefined) throw new UsageFault(`takes options only, not "${word}".`);
}

/** A domain in ASCII and lower case; null for what SPF cannot be checked of. */
export function checkableDomain(text: string): string | null {
  const domain = asciiName(text).toLowerCase();
  return isCheckable(domain) && !/[\s@:/]/.test(domain) ? domain : null;
}

/** The domain in --domain. Throws UsageFault. */
export function readDomain(text: string | undefined): string {
  if (text === undefined) throw new UsageFault("needs --domain.");
  const domain = checkableDomain(text);
  if (domain === null) throw new UsageFault(`--domain takes a domain such as example.com, not "${text}".`);
  return domain;
}

/** The record in --record or --record-file; null where neither is given. Throws UsageFault. */
export async function readDraft(
  values: { record?: string; "record-file"?: string },
  { input, stop }: Call,
): Promise<Pasted | null> {
  const { record, "record-file": file } = values;
  if (record !== undefined && file !== undefined)
    throw new UsageFault("takes --record or --record-file, not both.");
  if (record === undefined && file === undefined) return null;
  const pasted = readPasted(record ?? (await (file === "-" ? readInput(input, stop) : readText(file!))));
  if (pasted.record.trim() === "") throw new UsageFault(`--${file ? "record-file" : "record"} has no text.`);
  return pasted;
}

/** The record that must be given. Throws UsageFault. */
export async function readNeededDraft(values: Parameters<typeof readDraft>[0], call: Call): Promise<Pasted> {
  const pasted = await readDraft(values, call);
  if (pasted === null) throw new UsageFault("needs --record or --record-file.");
  return pasted;
}

async function readText(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > LARGEST) throw new UsageFault(tooLarge(path));
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof UsageFault) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageFault(`--record-file cannot read ${path}: ${code ?? message}.`);
  }
}

async function readInput(input: AsyncIterable<Buffer>, stop: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > LARGEST) throw new UsageFault(tooLarge("-"));
    chunks.push(Buffer.from(chunk));
    if (stop.aborted) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooLarge(path: string): string {
  return `--record-file ${path} is larger than a megabyte.`;
}
