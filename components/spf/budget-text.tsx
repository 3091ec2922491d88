import { useTranslations } from "next-intl";

/** How much of a limit was used, in numbers and as a row of dots. */
export function BudgetText({ name, used, left }: { name: string; used: number; left: number }) {
  const t = useTranslations("trace");
  const limit = used + left;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <dt className="text-muted">{name}</dt>
      <dd>
        {t("used", { used, limit })}{" "}
        <span aria-hidden="true" className="text-xs text-muted">
          {"●".repeat(Math.min(used, limit))}
          {"○".repeat(Math.max(0, left))}
        </span>
      </dd>
    </div>
  );
}
