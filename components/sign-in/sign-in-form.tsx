import { useTranslations } from "next-intl";
import { Card, LINK_COMMAND } from "./card";
import { CommandLine, Field, Notice, Submit } from "./form-parts";

interface Props {
  next: string;
  problem: string | null;
  done: string | null;
}

/** Asks for account and password. */
export function SignInForm({ next, problem, done }: Props) {
  const t = useTranslations("signIn");
  return (
    <Card title={t("title")}>
      <Notice problem={problem} done={done} />
      <form method="post" action="/sign-in/password" className="space-y-4">
        <input type="hidden" name="next" value={next} />
        <Field
          label={t("account")}
          name="account"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <Field
          label={t("password")}
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={256}
          required
        />
        <Submit>{t("submit")}</Submit>
      </form>
      <div className="border-t border-line pt-4">
        <CommandLine text={t("help")} command={LINK_COMMAND} />
      </div>
    </Card>
  );
}
