import { useTranslations } from "next-intl";

/** Says on every page that the mail is invented. */
export function DemoBanner() {
  const t = useTranslations("product");
  return (
    <aside
      aria-label={t("demo")}
      className="border-b border-warn/40 bg-warn-ground px-4 py-1.5 text-center text-sm text-warn"
    >
      <strong className="font-semibold">{t("demo")}</strong> <span>{t("demoNote")}</span>
    </aside>
  );
}
