import { useTranslations } from "next-intl";

export default function Loading() {
  const t = useTranslations();
  return (
    <div role="status" className="py-10 text-muted">
      {t("loading")}
    </div>
  );
}
