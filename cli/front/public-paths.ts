/** All that strangers may open, besides the why page (why.ts). Whoever adds to it opens a door. */
const PUBLIC =
  /^\/(?:sign-in(?:\/[\w-]{1,100})?|api\/health|preferences|_next\/static\/.+|icon\.svg|favicon\.ico|robots\.txt)$/i;

/** Whether a path is one that strangers may open; dots that lead elsewhere are followed first. */
export function isPublic(url: string): boolean {
  const path = plainPath(url);
  return path !== null && PUBLIC.test(path);
}

/** Whether a request is for the record workbench, which strangers may open unless WHYSPF_PUBLIC_RECORDS is off. */
export function isRecords(url: string): boolean {
  return plainPath(url) === "/records";
}

/** The path of a request; null where something in it may be read in another way further on. */
function plainPath(url: string): string | null {
  if (!URL.canParse(url, "http://whyspf.invalid")) return null;
  const { pathname } = new URL(url, "http://whyspf.invalid");
  return /%2f|%5c|%2e|\\|\/\//i.test(pathname) ? null : pathname;
}
