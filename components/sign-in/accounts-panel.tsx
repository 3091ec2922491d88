import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { SenderText } from "@/components/ui/sender-text";
import type { ListedAccount } from "@/lib/accounts/accounts";
import { CommandLine } from "./form-parts";

const COMMAND = "npm run --silent whyspf -- user";

/** Every account, for admins; they are changed on the server only. */
export function AccountsPanel({ accounts }: { accounts: ListedAccount[] }) {
  const t = useTranslations("signIn");
  const format = useFormatter();
  return (
    <Panel title={t("accounts.title")}>
      <table className="table stacked">
        <thead>
          <tr>
            <th scope="col">{t("mine.name")}</th>
            <th scope="col">{t("mine.role")}</th>
            <th scope="col">{t("accounts.password")}</th>
            <th scope="col" className="number">
              {t("accounts.sessions")}
            </th>
            <th scope="col">{t("accounts.lastUse")}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ id, name, role, hasPassword, sessions, lastUse }) => (
            <tr key={id}>
              <td data-label={t("mine.name")} className="wide">
                <SenderText text={name} />
              </td>
              <td data-label={t("mine.role")}>{t(`roles.${role}`)}</td>
              <td data-label={t("accounts.password")}>
                {hasPassword ? t("accounts.has") : t("accounts.hasNot")}
              </td>
              <td data-label={t("accounts.sessions")} className="number max-md:text-start">
                {format.number(sessions)}
              </td>
              <td data-label={t("accounts.lastUse")}>
                {lastUse === null
                  ? t("accounts.never")
                  : format.dateTime(lastUse, { year: "numeric", month: "short", day: "numeric" })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="grid gap-4 border-t border-line p-4 lg:grid-cols-3">
        <CommandLine text={t("accounts.add")} command={`${COMMAND} add NAME --role viewer`} />
        <CommandLine text={t("accounts.link")} command={`${COMMAND} link NAME`} />
        <CommandLine text={t("accounts.remove")} command={`${COMMAND} remove NAME`} />
      </div>
    </Panel>
  );
}
