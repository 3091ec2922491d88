import { useTranslations } from "next-intl";

/** Says that what is told of a domain comes from the demo, so that nobody takes it for the real DNS. */
export function DemoZoneNote() {
  const t = useTranslations("product");
  return <p className="text-sm text-muted">{t("demoZone")}</p>;
}
