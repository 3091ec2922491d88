import { useTranslations } from "next-intl";
import { exceptionLines } from "./exception-lines";

/** How the usual checkers are told to leave one address alone. */
export function Exceptions({ ip }: { ip: string }) {
  const t = useTranslations("why.server");
  return (
    <>
      <p>{t("letInNote")}</p>
      <dl className="space-y-2 text-sm">
        {exceptionLines(ip).map(({ checker, place, line }) => (
          <div key={checker} className="grid gap-x-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
            <dt className="text-muted">
              {checker} <code className="font-mono">{place}</code>
            </dt>
            <dd>
              <code className="font-mono wrap-anywhere select-all">{line}</code>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
