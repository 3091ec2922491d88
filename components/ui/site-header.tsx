import Link from "next/link";
import { useTranslations } from "next-intl";
import { Choice } from "./choice";

const LANGUAGES = [
  { value: "ko", name: "한국어", lang: "ko" },
  { value: "en", name: "English", lang: "en" },
];

/** The product's name, and the visitor's choice of language and theme. */
export function SiteHeader({ locale, theme }: { locale: string; theme: string }) {
  const t = useTranslations();
  const themes = (["system", "light", "dark"] as const).map((value) => ({
    value,
    name: t(`preferences.${value}`),
  }));
  return (
    <header className="border-b border-line bg-panel">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 sm:px-6">
        <Link
          href="/"
          aria-label={t("product.home")}
          className="me-auto text-lg font-semibold tracking-tight"
        >
          why<span className="text-accent">spf</span>
        </Link>
        <Choice
          name="locale"
          label={t("preferences.language")}
          value={locale}
          options={LANGUAGES.filter(({ value }) => value !== locale)}
        />
        <Choice name="theme" label={t("preferences.theme")} value={theme} options={themes} />
      </div>
    </header>
  );
}
