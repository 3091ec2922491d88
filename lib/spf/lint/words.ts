import type { Part } from "../sentence";
import type { SpecialUse } from "./special-networks";

/** What a sentence may tell of: the text a finding points at, and a finding's values by name. */
export interface Told {
  written: string;
  v: (name: string) => string | number;
}

/** A sentence for each rule. */
export type Words<Rule extends string> = Record<Rule, (told: Told) => Part[]>;

/** What comes of a term whose name DNS cannot hold, by what the name is for, in Korean. */
export const EFFECTS_KO: Record<string, string> = {
  match: "이 항목은 일치하지 않습니다",
  record: "평가가 여기에 이르면 permerror가 됩니다",
  words: "거부 사유 문구가 쓰이지 않습니다",
};

/** What comes of a term whose name DNS cannot hold, by what the name is for, in English. */
export const EFFECTS_EN: Record<string, string> = {
  match: "this term never matches",
  record: "a check that gets here ends in permerror",
  words: "the explanation is never sent",
};

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
