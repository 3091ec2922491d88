import Link from "next/link";
import { useTranslations } from "next-intl";
import { Message } from "@/components/ui/message";

/** No message yet: what to do next. */
export function EmptyState() {
  const t = useTranslations("empty");
  return (
    <div className="pb-6">
      <Message title={t("title")}>
        <p>{t("next")}</p>
        <dl className="space-y-3">
          <Command text={t("start")} command="npm start -- FILE" />
          <Command text={t("import")} command="npm run --silent whyspf -- import FILE" />
        </dl>
        <p className="text-sm text-muted">{t("file")}</p>
        <p>
          <Link href="/sources" prefetch={false} className="link">
            {t("sources")}
          </Link>
        </p>
      </Message>
    </div>
  );
}

function Command({ text, command }: { text: string; command: string }) {
  return (
    <div className="space-y-1">
      <dt className="text-sm text-muted">{text}</dt>
      <dd>
        <code className="block rounded bg-sunk px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
          {command}
        </code>
      </dd>
    </div>
  );
}
