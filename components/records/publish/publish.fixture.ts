import type { AuthorityAnswer, AuthorityReport } from "@/lib/spf/publish/authority-report";
import type { Published } from "@/lib/spf/published";
import { NOW } from "../traffic/traffic.fixture";

export const OLD = "v=spf1 mx ip4:203.0.113.7 ~all";
export const DRAFT = "v=spf1 mx ip4:198.51.100.1 ip4:198.51.100.2 -all";

/** What a domain publishes: these records, with a TTL of a day. */
export function published(...texts: string[]): Published {
  const status = texts.length === 0 ? "none" : texts.length === 1 ? "one" : "several";
  const text = texts.length === 1 ? texts[0]! : null;
  return { status, text, texts, txt: texts.map((one) => [one]), ttl: texts.length === 0 ? null : 86_400 };
}

/** An authoritative server with one record, with some of it changed. */
export function answer(
  name: string,
  text: string | null,
  changed: Partial<AuthorityAnswer> = {},
): AuthorityAnswer {
  const txt = text === null ? [] : [[text]];
  return {
    name,
    address: "192.0.2.53",
    status: "answered",
    reason: null,
    txt,
    ttl: 300,
    alias: null,
    ...changed,
  };
}

/** What these servers say. */
export function authority(
  servers: AuthorityAnswer[],
  changed: Partial<AuthorityReport> = {},
): AuthorityReport {
  return {
    domain: "example.com",
    alias: null,
    zone: "example.com",
    isConfigured: false,
    problem: null,
    servers,
    isCut: false,
    resolver: { txt: [[OLD]], ttl: 1_234 },
    obsolete: [],
    askedAt: NOW,
    ...changed,
  };
}
