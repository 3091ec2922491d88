import type { Metadata } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DemoBanner } from "@/components/ui/demo-banner";
import { SiteHeader } from "@/components/ui/site-header";
import { isDemo } from "@/lib/queries/is-demo";
import { ask } from "./database";
import "./globals.css";
import { chosenTheme } from "./i18n/preferences";
import { whoIs } from "./signed-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("product");
  return {
    title: { default: `${t("name")}: ${t("description")}`, template: `%s · ${t("name")}` },
    robots: { index: false, follow: false },
  };
}

export default async function Layout({ children }: { children: ReactNode }) {
  const [locale, theme, t] = [await getLocale(), await chosenTheme(), await getTranslations("product")];
  const person = await whoIs();
  const here = (await headers()).get("x-whyspf-path");
  // A stranger is told nothing of what the database holds.
  const demo = person !== null && (await ask(isDemo).catch(() => false)) === true;
  return (
    <html lang={locale} data-theme={theme} className="font-sans antialiased">
      <body className="min-h-dvh">
        <a
          href="#content"
          className="absolute start-2 top-2 z-10 -translate-y-20 rounded bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
        >
          {t("skip")}
        </a>
        {demo && <DemoBanner />}
        <SiteHeader locale={locale} theme={theme} person={person} here={here} />
        <main id="content" tabIndex={-1} className="mx-auto max-w-[90rem] px-4 pb-16 outline-none sm:px-6">
          {children}
        </main>
      </body>
    </html>
  );
}
