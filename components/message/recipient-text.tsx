import { useTranslations } from "next-intl";
import type { Message } from "@/lib/logs/message";
import type { RecipientFate } from "@/lib/queries/message-story";
import { recipientOutcome } from "./outcome";
import { replyText } from "./reply-text";
import { StrangeText } from "./strange-text";

/** What became of one recipient: where his copy went, how, and whether it was tagged. */
export function RecipientText(props: RecipientFate & { message: Message }) {
  const t = useTranslations("story.recipient");
  const { recipient, tries, reply, refusal, fitting, message } = props;
  const { address, enhancedStatus, seconds, folder, tagged, local, status } = recipient;
  const refused = refusal?.reply;
  const said = refused ? replyText(refused.code, refused.enhancedStatus, refused.text) : reply;
  const whole = replyText(message.replyCode, message.enhancedStatus, message.replyText);
  // "Sent" alone says no more than the fate does, and what all were told stands in the refusal.
  const isNews = said !== null && said !== "Sent" && (message.action === "accept" || said !== whole);
  const details = [
    ...(enhancedStatus === null ? [] : [t("dsn", { status: enhancedStatus })]),
    ...(seconds === null || status === null ? [] : [t("seconds", { seconds })]),
    ...(tries > 1 ? [t("tries", { tries })] : []),
  ];
  const isDelivered = status === "sent" && local;
  const fromProcmail = folder !== null || (tagged !== null && !message.marked);
  return (
    <>
      <p>
        <StrangeText text={address} className="font-medium" />{" "}
        <span>{t("fate", { fate: recipientOutcome(recipient) })}</span>
        {details.length > 0 && <span className="text-sm text-muted"> · {details.join(" · ")}</span>}
      </p>
      {isDelivered && (
        <p>
          {tagged === null ? (
            <span className="text-muted">{t("unknownTag")}</span>
          ) : (
            t(tagged ? "tagged" : "untagged")
          )}
          {folder !== null && (
            <>
              {" · "}
              {t("folder")} <StrangeText text={folder} />
            </>
          )}
        </p>
      )}
      {isNews && (
        <p>
          <span className="text-muted">{t("reply")}</span>{" "}
          <span lang="en">
            <StrangeText text={said} />
          </span>
        </p>
      )}
      {isDelivered && fromProcmail && fitting !== 1 && (
        <p className="text-xs text-muted">
          {fitting === null ? t("procmailNone") : t("procmailMany", { fitting })}
        </p>
      )}
    </>
  );
}
