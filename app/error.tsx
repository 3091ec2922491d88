"use client";

import { useTranslations } from "next-intl";
import { Message } from "@/components/ui/message";

export default function Fault({ retry }: { retry: () => void }) {
  const t = useTranslations("fault");
  return (
    <Message title={t("title")}>
      <p>{t("text")}</p>
      <p>
        <button
          type="button"
          onClick={() => retry()}
          className="rounded bg-accent px-3 py-1.5 text-sm text-on-accent"
        >
          {t("again")}
        </button>
      </p>
    </Message>
  );
}
