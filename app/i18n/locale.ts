/** The languages of the product; the first is the default. */
export const LOCALES = ["ko", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(text: unknown): text is Locale {
  return (LOCALES as readonly unknown[]).includes(text);
}

/** The language a visitor gets: the one chosen before, else the one the browser prefers, else Korean. */
export function localeFor(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "").slice(0, 500).split(",").map(preferenceOf);
  wanted.sort((a, b) => b.quality - a.quality);
  for (const { language, quality } of wanted) {
    if (quality > 0 && isLocale(language)) return language;
  }
  return LOCALES[0];
}

/** One element of Accept-Language: language range and quality (RFC 9110 section 12.5.4). */
function preferenceOf(element: string): { language: string; quality: number } {
  const [range = "", ...parameters] = element.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const given = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: range.split("-")[0]!, quality: Number.isNaN(given) ? 0 : given };
}
