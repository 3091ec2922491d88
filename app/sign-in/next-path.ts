/** Characters of a path that is led back to, as many as the front hands on: the workbench has a whole record in its own. */
export const LONGEST_NEXT = 16_000;
const BASE = "http://whyspf.invalid";

/** Where a sign-in leads to: a path on this site, "/" in place of anything else. */
export function nextPath(text: unknown): string {
  if (typeof text !== "string" || text.length > LONGEST_NEXT) return "/";
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return "/";
  if (!URL.canParse(text, BASE)) return "/";
  const { origin, pathname, search, hash } = new URL(text, BASE);
  // The dots of a path may hide that it names another site: "/.//other.example".
  if (origin !== BASE || pathname.startsWith("//") || /^\/sign-(?:in|out)(?:\/|$)/.test(pathname)) return "/";
  return pathname + search + hash;
}
