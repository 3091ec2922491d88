import { useTranslations } from "next-intl";
import { useShare } from "@/components/overview/use-share";
import type { SourceFinding } from "@/lib/queries/source-findings";
import { useBytes } from "./bytes";
import { type PageClock, useTime } from "./clock";

/** Says in the visitor's language what is found and what to do. */
export function useFindingTexts(
  clock: PageClock,
): (finding: SourceFinding) => { text: string; advice: string } {
  const t = useTranslations("findings");
  const time = useTime(clock, "?");
  const bytes = useBytes();
  const share = useShare();
  return (finding) => {
    const kind = finding.kind === "nothingMatched" && finding.mostly === "ignored" ? "noMail" : finding.kind;
    const shown = Object.fromEntries(
      Object.entries(finding).map(([name, value]) => {
        if (name === "bytes") return [name, bytes(value as number)];
        if (TIMES.includes(name)) return [name, time(value as number)];
        return [name, value];
      }),
    );
    const part = finding.kind === "manyUnknown" ? share(finding.unknown, finding.lines) : "";
    // Each kind has the values that its text names; the test of the page says every one of them.
    const text = t(`kinds.${kind}`, { ...shown, share: part } as never);
    return { text, advice: t(`advice.${kind}`) };
  };
}

const TIMES = ["readAt", "lastTime", "since", "from", "to"];
