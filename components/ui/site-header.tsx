import Link from "next/link";
import { useTranslations } from "next-intl";
import { Choice } from "./choice";
import { NavLink } from "./nav-link";
import { SearchField } from "./search-field";

const LANGUAGES = [
  { value: "ko", name: "한국어", lang: "ko" },
  { value: "en", name: "English", lang: "en" },
];

const PAGES = [
  { path: "/", name: "overview" },
  { path: "/messages", name: "messages" },
  { path: "/records", name: "records" },
  { path: "/sources", name: "sources" },
] as const;

/** The product's name, the ways to its pages for whoever is signed in, and the visitor's choice of language and theme. */
export function SiteHeader(props: {
  locale: string;
  theme: string;
  person: { name: string } | null;
  here: string | null;
}) {
  const { locale, theme, person, here } = props;
  const t = useTranslations();
  const themes = (["system", "light", "dark"] as const).map((value) => ({
    value,
    name: t(`preferences.${value}`),
  }));
  return (
    <header className="border-b border-line bg-panel print:hidden">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-5 gap-y-2 px-4 py-2 sm:px-6">
        <Link href="/" aria-label={t("product.home")} className="text-lg font-semibold tracking-tight">
          why<span className="text-accent">spf</span>
        </Link>
        {person && (
          <nav aria-label={t("nav.label")} className="order-last w-full sm:order-none sm:w-auto">
            <ul className="flex gap-1 text-sm">
              {PAGES.map(({ path, name }) => (
                <li key={path}>
                  <NavLink path={path}>{t(`nav.${name}`)}</NavLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {person && (
          <SearchField
            label={t("search.label")}
            placeholder={t("search.placeholder")}
            hint={t("search.key")}
          />
        )}
        <div className="ms-auto flex items-center gap-2">
          <Choice
            name="locale"
            label={t("preferences.language")}
            value={locale}
            here={here}
            options={LANGUAGES.filter(({ value }) => value !== locale)}
          />
          <Choice name="theme" label={t("preferences.theme")} value={theme} here={here} options={themes} />
          {person && (
            <NavLink path="/account">
              <span className="block max-w-32 truncate">{person.name}</span>
            </NavLink>
          )}
        </div>
      </div>
    </header>
  );
}
