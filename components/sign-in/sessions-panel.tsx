import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { SenderText } from "@/components/ui/sender-text";
import type { ListedSession } from "@/lib/accounts/sessions";
import { visibleText } from "@/lib/mail/visible-text";
import { browserOf } from "./browser";

const BUTTON = "rounded-md border border-line px-2.5 py-1 text-sm hover:bg-sunk";

/** The browsers in which an account is signed in; each can be signed out. */
export function SessionsPanel({ sessions, own }: { sessions: ListedSession[]; own: string }) {
  const t = useTranslations("signIn.sessions");
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { year: "numeric", month: "short", day: "numeric" });
  const nameOf = ({ userAgent }: ListedSession) => {
    const { browser, system } = browserOf(userAgent);
    if (browser === null) return visibleText(userAgent.slice(0, 60)) || t("unknown");
    return system === null ? browser : t("on", { browser, system });
  };
  return (
    <Panel title={t("title")}>
      <table className="table stacked">
        <thead>
          <tr>
            <th scope="col">{t("browser")}</th>
            <th scope="col">{t("address")}</th>
            <th scope="col">{t("since")}</th>
            <th scope="col">{t("lastUse")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <td data-label={t("browser")}>
                <SenderText text={nameOf(session)} />
              </td>
              <td data-label={t("address")}>
                <SenderText text={session.address} className="font-mono" />
              </td>
              <td data-label={t("since")}>{day(session.createdAt)}</td>
              <td data-label={t("lastUse")}>{day(session.lastUse)}</td>
              <td className="wide text-end max-md:text-start">
                {session.id === own ? (
                  <span className="font-medium">{t("this")}</span>
                ) : (
                  <form method="post" action="/account/sessions">
                    <button
                      type="submit"
                      name="session"
                      value={session.id}
                      aria-label={t("endOne", { browser: nameOf(session), address: session.address })}
                      className={BUTTON}
                    >
                      {t("end")}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <form method="post" action="/account/sessions" className="border-t border-line px-4 py-3">
          <button type="submit" name="others" value="1" className={BUTTON}>
            {t("endOthers")}
          </button>
        </form>
      )}
    </Panel>
  );
}
