import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SavedView } from "@/lib/queries/saved-views";
import type { ViewFault } from "@/lib/store/saved-views";
import { Live } from "./live";
import { SavedViews } from "./saved-views";

/** The bars above a page: period and conditions, and beside them the saved views and the live switch. */
export function PageBars(props: {
  tools: { here: string; views: SavedView[]; isCurrent: boolean; fault: ViewFault | null };
  children: ReactNode;
}) {
  const { tools, children } = props;
  const t = useTranslations("live");
  const views = useTranslations("views");
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 pt-4">
      {tools.fault && (
        <p
          role="alert"
          className="w-full rounded-md border border-warn/40 bg-warn-ground px-3 py-2 text-sm text-warn"
        >
          {views("faults", { fault: tools.fault })}
        </p>
      )}
      <div className="min-w-0 flex-1 basis-96 space-y-2">{children}</div>
      <div className="flex items-center gap-2 text-sm">
        {tools.isCurrent && (
          <Live
            texts={{ on: t("on"), off: t("off"), pause: t("pause"), resume: t("resume"), lost: t("lost") }}
          />
        )}
        <SavedViews here={tools.here} views={tools.views} />
      </div>
    </div>
  );
}
