/** Where a tab keeps the draft of a domain, which may be none. */
function placeOf(domain: string | null): string {
  return `whyspf-draft:${domain ?? ""}`;
}

/** The draft that this tab has kept; null for none, or where the browser keeps nothing. */
export function keptDraft(domain: string | null): string | null {
  try {
    return sessionStorage.getItem(placeOf(domain));
  } catch {
    return null;
  }
}

/** Keeps a draft in this tab; null forgets it. */
export function keepDraft(domain: string | null, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(placeOf(domain));
    else sessionStorage.setItem(placeOf(domain), text);
  } catch {
    // A browser that keeps nothing loses the draft at a reload only.
  }
}
