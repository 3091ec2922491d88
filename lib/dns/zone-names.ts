/** The names of a zone, with what is kept at each. */
export interface Names<T> {
  /** What is at a name (as foldName writes it) or, where it does not exist, what a wildcard offers there. */
  find(key: string): T | null;
  /** Whether a name exists only because something below it does: it has no data, but is not missing (RFC 8020). */
  isInner(key: string): boolean;
}

/** Finds names as a DNS server does, wildcards included (RFC 4592). */
export function namesOf<T>(published: Map<string, T>): Names<T> {
  const inner = new Set<string>([""]);
  for (const name of published.keys()) for (const above of namesAbove(name)) inner.add(above);
  return {
    find: (key) => published.get(key) ?? (inner.has(key) ? null : wildcard(key, published, inner)),
    isInner: (key) => inner.has(key),
  };
}

/** What the closest existing name above offers to all below it (RFC 4592 section 3.3.1). */
function wildcard<T>(key: string, published: Map<string, T>, inner: Set<string>): T | null {
  for (const above of namesAbove(key)) {
    const offered = published.get(`*.${above}`);
    if (offered !== undefined) return offered;
    if (published.has(above) || inner.has(above)) return null;
  }
  return null;
}

function* namesAbove(name: string): Generator<string> {
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) yield name.slice(dot + 1);
}
