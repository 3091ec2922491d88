import { useTranslations } from "next-intl";

/** In place of a part that is about a domain, where none is named yet. */
export function NeedsDomain() {
  const t = useTranslations("records");
  return (
    <p className="rounded-lg border border-line bg-panel px-4 py-6 text-sm text-muted">{t("needsDomain")}</p>
  );
}
