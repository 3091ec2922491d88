import { useTranslations } from "next-intl";
import { RecordView } from "@/components/spf/record-view";
import type { Suggestion } from "@/lib/spf/draft/suggestion";
import type { DiagnosisKind } from "@/lib/why/diagnosis/diagnosis";
import { isTooLong } from "./shown-suggestion";

/** Kinds that say themselves why no record would help. */
const WITHHELD = [
  "forwarder",
  "forger",
  "wrong-outgoing-server",
  "other-reason",
  "receiving-site-mistake",
] as const;

/** The record as it is, and why no other one is suggested. */
export function NoSuggestion({ suggestion, kind }: { suggestion: Suggestion; kind: DiagnosisKind }) {
  const t = useTranslations("why.none");
  const { published, suggested, noneBecause } = suggestion;
  const otherwise = isTooLong(suggestion) ? "long" : "other";
  const withheld = WITHHELD.find((known) => known === kind) ?? otherwise;
  const because = suggested === null && noneBecause !== null ? t(`because.${noneBecause}`) : null;
  return (
    <>
      {published !== null && <RecordView text={published} />}
      <p>{withheld === "other" && because !== null ? because : t(`withheld.${withheld}`)}</p>
    </>
  );
}
