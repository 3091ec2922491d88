import { redirect } from "next/navigation";
import { addressText, type Parameters, readAddress, zoneFor } from "@/components/ui/address";
import type { View } from "@/components/ui/view";
import { serverZone } from "./i18n/request";

/** What a page's address says, and the clock it is read on. What a form left empty is taken out of the address. */
export function readView(path: string, parameters: Parameters) {
  const { address, problems } = readAddress(path, parameters);
  if (Object.values(parameters).some((value) => [value].flat().includes(""))) redirect(addressText(address));
  const { name, zone } = zoneFor(address, serverZone());
  const view: View = { address, zone, zoneName: name };
  return { view, problems };
}

export type PageProps<Segments = Record<never, never>> = {
  params: Promise<Segments>;
  searchParams: Promise<Parameters>;
};

/** The text that a part of an address stands for; null where it stands for none. */
export function decodedSegment(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
