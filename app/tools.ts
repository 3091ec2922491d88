import { addressText, type Parameters } from "@/components/ui/address";
import type { View } from "@/components/ui/view";
import { DatabaseFault } from "@/lib/db/faults";
import { type SavedView, savedViews } from "@/lib/queries/saved-views";
import { VIEW_FAULTS, type ViewFault } from "@/lib/store/saved-views";
import { ask } from "./database";
import type { Person } from "./signed-in";

/** What the tools beside a page's period need. */
export interface Tools {
  /** The address of the page as it is. */
  here: string;
  views: SavedView[];
  /** The period shown ends now, so that new mail would be seen. */
  isCurrent: boolean;
  /** What kept a view from being saved. */
  fault: ViewFault | null;
}

/** The visitor's saved views, and whether the page can be followed live. */
export async function loadTools(
  person: Person,
  { address }: View,
  isCurrent: boolean,
  { viewFault }: Parameters,
): Promise<Tools> {
  const views = await ask((reader) => savedViews(reader, person.id));
  const fault = VIEW_FAULTS.find((known) => known === viewFault) ?? null;
  return { here: addressText(address), views: views instanceof DatabaseFault ? [] : views, isCurrent, fault };
}
