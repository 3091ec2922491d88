import { useTranslations } from "next-intl";
import type { Message } from "@/lib/logs/message";
import { outcomeOf, reasonOf } from "./outcome";
import { StrangeText } from "./strange-text";

/** What became of a message and why, in one sentence. */
export function Heading({ message }: { message: Message }) {
  const t = useTranslations("story.heading");
  const { envelopeFrom, stage } = message;
  const from = envelopeFrom === null ? "unknown" : envelopeFrom === "" ? "empty" : "known";
  return (
    <h1 className="text-xl font-semibold text-balance sm:text-2xl">
      {t.rich("sentence", {
        from,
        outcome: outcomeOf(message),
        stage: stage ?? "",
        why: reasonOf(message),
        sender: () => <StrangeText text={envelopeFrom ?? ""} />,
      })}
    </h1>
  );
}
