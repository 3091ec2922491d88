import { useTranslations } from "next-intl";
import type { Step, Story } from "@/lib/queries/message-story";
import { LogLine } from "./log-line";

/** The lines that prove a step: those written for it in full, the others by their number; or why there is none. */
export function ProofOf({ step, place, story }: { step: Step; place: number; story: Story }) {
  const t = useTranslations("story");
  const { lines, unproven } = step.proof;
  if (unproven !== null) return isSaid(step) ? null : <Note text={t(`unproven.${unproven}`)} />;
  const shown = lines.filter((n) => story.lines[n]!.missing === null);
  const own = shown.filter((n) => story.lines[n]!.step === place);
  const others = shown.filter((n) => story.lines[n]!.step !== place);
  return (
    <>
      {own.map((n) => (
        <LogLine key={n} line={story.lines[n]!} number={n + 1} />
      ))}
      {others.length > 0 && (
        <p className="text-xs text-muted">
          {t("lines.see")}
          {others.map((n, index) => (
            <span key={n}>
              {index > 0 && ", "}
              <a href={`#line-${n + 1}`} className="underline underline-offset-2">
                {t("lines.ref", { number: n + 1 })}
              </a>
            </span>
          ))}
        </p>
      )}
      {shown.length === 0 && <Note text={t("unproven.gone")} />}
    </>
  );
}

/** Steps whose own words already tell that, and why, nothing is known. */
function isSaid(step: Step): boolean {
  if (step.kind === "verdict") return step.gap !== null;
  if (step.kind === "connected") return step.clientIp === null && step.clientName === null;
  if (step.kind === "helo") return step.helo === null;
  if (step.kind === "mailFrom") return step.envelopeFrom === null;
  return step.kind === "retryOf" || step.kind === "retried";
}

function Note({ text }: { text: string }) {
  return <p className="text-xs text-muted">{text}</p>;
}
