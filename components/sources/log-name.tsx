import { useTranslations } from "next-intl";
import { visibleText } from "@/lib/mail/visible-text";

/** The path of a log, broken anywhere rather than cut: its end tells it from others. */
export function LogName({ path }: { path: string }) {
  const t = useTranslations("sources.logs");
  if (path === "-") return <span>{t("standardInput")}</span>;
  return <bdi className="[overflow-wrap:anywhere]">{visibleText(path)}</bdi>;
}
