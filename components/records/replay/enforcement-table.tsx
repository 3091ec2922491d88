import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { Enforcement, Refused } from "@/lib/queries/replay-report";

const RECEIVERS = ["refusingFail", "refusingSoftfail"] as const;

/** What receivers would have refused with each end of the record: those that refuse fail, and those that refuse softfail too. */
export function EnforcementTable({
  enforcement,
  messages,
}: {
  enforcement: Enforcement[];
  messages: number;
}) {
  const t = useTranslations("recordReplay.enforcement");
  if (enforcement.length === 0) return null;
  const strict = enforcement.find(({ all }) => all === "-all");
  return (
    <Panel title={t("title")}>
      <div className="space-y-1 px-4 pb-3 text-sm">
        {strict !== undefined && (
          <p className="font-medium">
            {t("sentence", {
              messages,
              refused: strict.refusingFail.messages,
              newly: strict.refusingFail.newly,
            })}
          </p>
        )}
        <p className="text-muted">{t("note")}</p>
      </div>
      <ScrollArea label={t("caption")}>
        <table className="table stacked">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("end")}</th>
              {RECEIVERS.map((receiver) => (
                <th key={receiver} scope="col">
                  {t(receiver)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {enforcement.map((row) => (
              <tr key={row.all}>
                <td data-label={t("end")} className="wide">
                  {row.all === "as drafted" ? t("asDrafted") : <code className="font-mono">{row.all}</code>}
                </td>
                {RECEIVERS.map((receiver) => (
                  <td key={receiver} data-label={t(receiver)}>
                    <RefusedText refused={row[receiver]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}

function RefusedText({ refused: { messages, clients, newly } }: { refused: Refused }) {
  const t = useTranslations("recordReplay.enforcement");
  if (messages === 0) return <span className="text-muted">{t("nothing")}</span>;
  return (
    <>
      <span className="font-medium">{t("refused", { messages, clients })}</span>
      <span className={`block ${newly > 0 ? "text-warn" : "text-muted"}`}>{t("newly", { newly })}</span>
    </>
  );
}
