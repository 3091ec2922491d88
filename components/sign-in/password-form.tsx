import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { Field, Submit } from "./form-parts";

interface Props {
  name: string;
  hasPassword: boolean;
  length: { min: number; max: number };
}

/** Sets or changes one's own password. */
export function PasswordForm({ name, hasPassword, length }: Props) {
  const t = useTranslations("signIn.change");
  return (
    <Panel title={hasPassword ? t("change") : t("set")}>
      <form method="post" action="/account/password" className="max-w-md space-y-4 px-4 pt-1 pb-4">
        {!hasPassword && <p className="text-sm text-muted">{t("none")}</p>}
        <input type="text" name="account" value={name} autoComplete="username" readOnly hidden />
        {hasPassword && (
          <Field
            label={t("current")}
            name="current"
            type="password"
            autoComplete="current-password"
            maxLength={length.max}
            required
          />
        )}
        <Field
          label={t("next")}
          hint={t("hint", length)}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={length.min}
          maxLength={length.max}
          required
        />
        <Submit>{t("submit")}</Submit>
      </form>
    </Panel>
  );
}
