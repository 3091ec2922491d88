import { headers } from "next/headers";
import { type RecordsAddress, recordsHref } from "@/components/records/address";
import { clientOf } from "@/lib/accounts/visitor";
import { readPasted } from "@/lib/spf/edit/read-pasted";
import { whoIs } from "../signed-in";
import { secondsToWait } from "./limits";

/**
 * Where the record in a pasted text is opened, for who pasted it without scripts. Reading it takes its time: a stranger
 * who asks too often gets the text as it came, on a page that says so.
 */
export async function pastedHref(address: RecordsAddress, text: string): Promise<string> {
  const isStranger = (await whoIs()) === null;
  if (isStranger && (await secondsToWait(clientOf(await headers()))) !== null)
    return recordsHref(address, { record: text });
  const { record, domain } = readPasted(text);
  return recordsHref(address, { record, domain: domain ?? address.domain });
}
