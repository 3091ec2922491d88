import { useMessages } from "next-intl";
import { PasteForm } from "./paste-form";

/** Takes a record in any form, and opens it in the workbench; `domain` is the one that it is of, if that is known. */
export function PasteBox({ domain = null }: { domain?: string | null }) {
  return <PasteForm domain={domain} texts={useMessages().recordEditor} />;
}
