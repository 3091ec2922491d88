import { useTranslations } from "next-intl";
import { SenderText } from "@/components/ui/sender-text";
import type { ListedAccount } from "@/lib/accounts/accounts";
import type { ListedSession } from "@/lib/accounts/sessions";
import type { Person } from "@/lib/accounts/visitor";
import { AccountsPanel } from "./accounts-panel";
import { Notice } from "./form-parts";
import { PasswordForm } from "./password-form";
import { SessionsPanel } from "./sessions-panel";

interface Props {
  person: Person;
  hasPassword: boolean;
  sessions: ListedSession[];
  /** For admins. */
  accounts: ListedAccount[] | null;
  problem: string | null;
  done: string | null;
  length: { min: number; max: number };
}

/** One's own account: who one is, the password, where one is signed in; for admins every account, too. */
export function AccountPage({ person, hasPassword, sessions, accounts, problem, done, length }: Props) {
  const t = useTranslations("signIn");
  return (
    <div className="mx-auto max-w-4xl space-y-4 pt-6">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold">{t("mine.title")}</h1>
          <p className="flex max-w-full items-baseline gap-2 text-muted">
            <SenderText text={person.name} className="text-ink" />
            <span className="shrink-0">{t(`roles.${person.role}`)}</span>
          </p>
        </div>
        <form method="post" action="/sign-out">
          <button
            type="submit"
            className="rounded-md border border-line bg-panel px-3 py-1.5 text-sm hover:bg-sunk"
          >
            {t("mine.signOut")}
          </button>
        </form>
      </div>
      <Notice problem={problem} done={done} />
      <PasswordForm name={person.name} hasPassword={hasPassword} length={length} />
      <SessionsPanel sessions={sessions} own={person.sessionId} />
      {accounts !== null && <AccountsPanel accounts={accounts} />}
    </div>
  );
}
