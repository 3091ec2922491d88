import { useTranslations } from "next-intl";
import type { CountedAction } from "@/lib/queries/count-table";
import { Swatch } from "./swatch";

/** The mark and name of what became of a message. */
export function FateBadge({ fate }: { fate: CountedAction }) {
  const t = useTranslations("actions");
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Swatch mark={`fate-${fate}`} />
      {t(fate)}
    </span>
  );
}
