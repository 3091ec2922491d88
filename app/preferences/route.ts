import { isLocale } from "../i18n/locale";
import { COOKIES, isTheme } from "../i18n/preferences";

const YEAR = 365 * 24 * 3600;
/** Some less than browsers cut at, for the origin that is in front. */
const CUT = 3_900;

/** Keeps a visitor's choice of language or theme and leads back to where it was made; needs no script. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const here = form.get("here");
  const fallback = typeof here === "string" ? hrefOf(here) : null;
  const referer = request.headers.get("referer");
  const headers = new Headers({ Location: pathOf(isCut(fallback) ? fallback : (referer ?? fallback)) });
  const [locale, theme] = [form.get("locale"), form.get("theme")];
  if (isLocale(locale)) headers.append("Set-Cookie", cookie(COOKIES.locale, locale));
  if (isTheme(theme)) headers.append("Set-Cookie", cookie(COOKIES.theme, theme));
  return new Response(null, { status: 303, headers });
}

function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`;
}

/** Whether an address is so long that browsers send only its origin as the referrer: from 4,096 characters on. */
function isCut(href: string | null): boolean {
  return href !== null && href.length > CUT;
}

/** Where a page lies on this site; never another site's address, whatever the page was called. */
function pathOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return `/${pathname.replace(/^[/\\]+/, "")}${search}`;
}

function hrefOf(path: string): string | null {
  const base = "http://whyspf.invalid/";
  return URL.canParse(path, base) ? new URL(path, base).href : null;
}
