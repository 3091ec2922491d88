import type { AuthorityAnswer, AuthorityReport } from "./authority-report";

/** An answer with these texts, or none for a reason. */
export function answer(texts: string[], more: Partial<AuthorityAnswer> = {}): AuthorityAnswer {
  const said = { status: "answered", reason: null, ttl: 3600, alias: null } as const;
  return {
    name: "ns1.example.net",
    address: "192.0.2.1",
    ...said,
    txt: texts.map((text) => [text]),
    ...more,
  };
}

/** An answer that did not come. */
export function silence(more: Partial<AuthorityAnswer> = {}): AuthorityAnswer {
  return answer([], { status: "no-answer", reason: "timeout", ttl: null, ...more });
}

/** A report on example.org with these answers. */
export function report(servers: AuthorityAnswer[], more: Partial<AuthorityReport> = {}): AuthorityReport {
  return {
    domain: "example.org",
    alias: null,
    zone: "example.org",
    isConfigured: false,
    problem: null,
    servers,
    isCut: false,
    resolver: null,
    obsolete: [],
    askedAt: 1_700_000_000_000,
    ...more,
  };
}
