import { LONGEST_DRAFT } from "../address";

/** How long an address may get by the way it writes other letters, of which each takes up to nine characters. */
const LONGEST_WRITTEN = 8_000;

/** The draft that an address stands for; null where it stands for none, since nothing published is known. */
export function draftOf(record: string | null, published: string | null): string | null {
  return record ?? published;
}

/** What an address says of a draft: nothing where it is what is published. */
export function recordOf(text: string, published: string | null): string | null {
  return text === published ? null : text;
}

/** Whether a draft may go into the address. */
export function fitsAddress(text: string): boolean {
  if (text.length > LONGEST_DRAFT) return false;
  return new URLSearchParams([["record", text]]).toString().length <= LONGEST_WRITTEN;
}
