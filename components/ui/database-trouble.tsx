import { useTranslations } from "next-intl";
import type { DatabaseTrouble as Kind } from "@/lib/db/faults";
import { Message } from "./message";

/** Says why the database does not answer, what to do, and offers to try again. */
export function DatabaseTrouble({ kind, sentence, again }: { kind: Kind; sentence: string; again: string }) {
  const t = useTranslations("trouble");
  return (
    <Message title={t("title")}>
      <p role="alert">{t(`kinds.${kind}`)}</p>
      <div className="space-y-1">
        <p className="text-sm text-muted">{t("exact")}</p>
        <p lang="en" className="rounded bg-sunk px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
          {sentence}
        </p>
      </div>
      <p>
        <a href={again} className="text-accent underline underline-offset-2">
          {t("again")}
        </a>
      </p>
    </Message>
  );
}
