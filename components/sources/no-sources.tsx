import { useTranslations } from "next-intl";
import { Message } from "@/components/ui/message";

const COMMANDS = {
  start: "npm start -- FILE",
  import: "npm run --silent whyspf -- import FILE",
  doctor: "npm run --silent whyspf -- doctor",
};

/** No log yet: what to do next. */
export function NoSources() {
  const t = useTranslations("sources.empty");
  return (
    <Message title={t("title")}>
      <p>{t("text")}</p>
      <dl className="space-y-3">
        {(["start", "import", "doctor"] as const).map((name) => (
          <div key={name} className="space-y-1">
            <dt className="text-sm text-muted">{t(name)}</dt>
            <dd>
              <code className="block rounded bg-sunk px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
                {COMMANDS[name]}
              </code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">{t("file")}</p>
    </Message>
  );
}
