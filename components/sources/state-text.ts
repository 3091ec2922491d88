import { useTranslations } from "next-intl";
import type { FileState } from "@/lib/queries/file-state";
import { useBytes } from "./bytes";

/** Says in a few words what stands at a log's path, and whether it is something to worry about. */
export function useStateText(): (state: FileState) => { text: string; isOdd: boolean } {
  const t = useTranslations("sources.states");
  const bytes = useBytes();
  return (state) => {
    if (state.kind !== "same") return { text: t(state.kind), isOdd: state.kind === "unreadable" };
    if (state.unread === null) return { text: t("packed"), isOdd: false };
    if (state.unread === 0) return { text: t("same"), isOdd: false };
    return { text: t("behind", { bytes: bytes(state.unread) }), isOdd: true };
  };
}
