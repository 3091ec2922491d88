import type { Part } from "../sentence";
import type { SpecialUse } from "./special-networks";

/** What a sentence may tell of: the text a finding points at, and a finding's values by name. */
export interface Told {
  written: string;
  v: (name: string) => string | number;
}

/** A sentence for each rule. */
export type Words<Rule extends string> = Record<Rule, (told: Told) => Part[]>;

/** What special networks are for, in Korean. */
export const USES_KO: Record<string, string> = {
  private: "사설망",
  loopback: "루프백",
  "link-local": "링크 로컬",
  documentation: "문서 예시용",
  multicast: "멀티캐스트",
  reserved: "예약된",
} satisfies Record<SpecialUse, string>;

/** What special networks are for, in English. */
export const USES_EN: Record<string, string> = {
  private: "private networks",
  loopback: "loopback",
  "link-local": "link-local use",
  documentation: "documentation",
  multicast: "multicast",
  reserved: "special purposes",
} satisfies Record<SpecialUse, string>;
