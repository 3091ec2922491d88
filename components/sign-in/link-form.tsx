import { useTranslations } from "next-intl";
import { Card, LINK_COMMAND } from "./card";
import { CommandLine, Field, Notice, Submit } from "./form-parts";

interface Props {
  token: string;
  /** Whom the link signs in. */
  name: string;
  problem: string | null;
  length: { min: number; max: number };
}

/** Signs in by a link, at the press of a button: programs that only fetch links do not use it up. */
export function LinkForm({ token, name, problem, length }: Props) {
  const t = useTranslations("signIn.link");
  const submit = useTranslations("signIn")("submit");
  return (
    <Card title={t("title", { name })}>
      <Notice problem={problem} />
      <p>{t("text")}</p>
      <form method="post" action="/sign-in/link" className="space-y-4">
        <input type="hidden" name="token" value={token} />
        <input type="text" name="account" value={name} autoComplete="username" readOnly hidden />
        <Field
          label={t("password")}
          hint={t("hint", length)}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={length.min}
          maxLength={length.max}
        />
        <Submit>{submit}</Submit>
      </form>
    </Card>
  );
}

/** A link that is good for nothing, and how to get another. */
export function DeadLink() {
  const t = useTranslations("signIn");
  return (
    <Card title={t("link.deadTitle")}>
      <p>{t("link.dead")}</p>
      <CommandLine text={t("another")} command={LINK_COMMAND} />
      <p>
        <a href="/sign-in" className="text-accent underline underline-offset-2">
          {t("link.back")}
        </a>
      </p>
    </Card>
  );
}
