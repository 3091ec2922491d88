import { useTranslations } from "next-intl";
import type { Message } from "@/lib/logs/message";
import { replyText } from "./reply-text";
import { StrangeText } from "./strange-text";

/** Who refused a message, when, and what was replied. */
export function RefusedText({ message }: { message: Message }) {
  const t = useTranslations("story.refused");
  const { action, stage, rejectedBy, replyCode, enhancedStatus, replyText: text } = message;
  const reply = replyText(replyCode, enhancedStatus, text);
  return (
    <>
      <p>{t("by", { by: rejectedBy ?? "none", stage: stage ?? t("noStage"), action })}</p>
      {reply === null ? (
        <p className="text-muted">{t("noReply")}</p>
      ) : (
        <p>
          <span className="text-muted">{t("reply")}</span>{" "}
          <span lang="en">
            <StrangeText text={reply} />
          </span>
        </p>
      )}
    </>
  );
}
