import { cookies } from "next/headers";

/** Where a visitor's choices are kept. */
export const COOKIES = { locale: "whyspf-locale", theme: "whyspf-theme" } as const;

/** system follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(text: unknown): text is Theme {
  return (THEMES as readonly unknown[]).includes(text);
}

/** The theme chosen by the visitor of the current request. */
export async function chosenTheme(): Promise<Theme> {
  const value = (await cookies()).get(COOKIES.theme)?.value;
  return isTheme(value) ? value : "system";
}
