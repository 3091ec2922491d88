import Link from "next/link";
import { useTranslations } from "next-intl";
import { Message } from "@/components/ui/message";

export default function NotFound() {
  const t = useTranslations("story.notFound");
  return (
    <Message title={t("title")}>
      <p>{t("text")}</p>
      <p>
        <Link href="/messages" prefetch={false} className="text-accent underline underline-offset-2">
          {t("back")}
        </Link>
      </p>
    </Message>
  );
}
