import { useTranslations } from "next-intl";
import type { DatabaseTrouble as Kind } from "@/lib/db/faults";
import { Message } from "./message";
import { ReturnWhenHealthy } from "./return-when-healthy";

/** Says why the database does not answer, what to do, and offers to try again; comes back by itself. */
export function DatabaseTrouble({ fault, again }: { fault: { kind: Kind; message: string }; again: string }) {
  const t = useTranslations("trouble");
  return (
    <Message title={t("title")}>
      <ReturnWhenHealthy />
      <p role="alert">{t(`kinds.${fault.kind}`)}</p>
      <div className="space-y-1">
        <p className="text-sm text-muted">{t("exact")}</p>
        <p lang="en" className="rounded bg-sunk px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
          {fault.message}
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
