import { useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import type { Message } from "@/lib/logs/message";
import { visibleText } from "@/lib/mail/visible-text";
import type { OtherVerdict } from "@/lib/queries/message-story";
import type { VerdictGap } from "@/lib/queries/story-verdict-gap";

/** The SPF result, who stated it and where; or why there is none. */
export function VerdictText(props: { message: Message; gap: VerdictGap | null; others: OtherVerdict[] }) {
  const t = useTranslations("story.verdict");
  const { message, gap, others } = props;
  const { result, resultFrom, checker, identity } = message;
  const notes = [
    ...(resultFrom === null ? [] : [t("source", { source: resultFrom })]),
    ...(checker === null ? [] : [t("checker", { checker: visibleText(checker) })]),
    ...(identity === null || result === null ? [] : [t("identity", { identity })]),
  ];
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ResultBadge result={result ?? "notLogged"} />
        {notes.length > 0 && <span className="text-sm text-muted">{notes.join(" · ")}</span>}
      </p>
      {gap !== null && <p>{t(`gap.${gap}`)}</p>}
      {result === "pass" && message.rejectedBy === "spf" && <p className="text-warn">{t("refusedAnyway")}</p>}
      {others.map((other) => (
        <p key={`${other.line} ${other.result}`} className="text-warn">
          {t("other", {
            result: other.result,
            line: other.line + 1,
            checker: other.checker === null ? "unsaid" : visibleText(other.checker),
          })}
        </p>
      ))}
    </>
  );
}
