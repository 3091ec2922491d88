import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Message } from "@/lib/logs/message";
import type { Zone } from "@/lib/logs/zone";
import type { Step, Story } from "@/lib/queries/message-story";
import { ProofOf } from "./proof";
import { StepText } from "./step-text";
import { stepTime } from "./story-time";

/** What happened to a message, step by step, each with the lines that prove it. */
export function StoryList({ message, story, zone }: { message: Message; story: Story; zone: Zone }) {
  const t = useTranslations("story");
  return (
    <Panel title={t("steps.title")}>
      <ol>
        {story.steps.map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a story never move
          <StepItem key={place} step={step} place={place} message={message} story={story} zone={zone} />
        ))}
      </ol>
      {story.moreRecipients > 0 && (
        <p className="border-t border-line px-4 py-3 text-sm text-muted">
          {t("recipient.more", { count: story.moreRecipients })}
        </p>
      )}
    </Panel>
  );
}

function StepItem(props: { step: Step; place: number; message: Message; story: Story; zone: Zone }) {
  const { step, place, message, story, zone } = props;
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line px-4 py-3 md:grid-cols-[9rem_minmax(0,1fr)]">
      <StepName step={step} message={message} zone={zone} />
      <div className="min-w-0 space-y-2 text-sm">
        <StepText step={step} message={message} zone={zone} />
        <ProofOf step={step} place={place} story={story} />
      </div>
    </li>
  );
}

function StepName({ step, message, zone }: { step: Step; message: Message; zone: Zone }) {
  const t = useTranslations("story.steps");
  const format = useFormatter();
  const name = step.kind === "refused" ? t("refused", { action: message.action }) : t(step.kind);
  return (
    <div>
      <h3 className="text-sm font-medium">{name}</h3>
      {step.time !== null && (
        <time dateTime={new Date(step.time).toISOString()} className="block text-xs text-muted">
          {stepTime(format, step.time, message.time, zone)}
        </time>
      )}
    </div>
  );
}
