import type { Part } from "../../sentence";
import { phraseIn } from "../phrase";
import type { Listed } from "../words";

/** Makes the parts of a Korean sentence. No particle that depends on the sound before it may follow a quoted part. */
export const phrase = phraseIn("(빈 값)");

/** "a, b 외 3개". */
export function list({ shown, more }: Listed): Part[] {
  const texts = shown.flatMap((text, index) => phrase`${[index === 0 ? "" : ", "]}${text}`);
  return more > 0 ? phrase`${texts} 외 ${more}개` : texts;
}

const TROUBLE: Record<string, string> = {
  timeout: "응답 시간 초과",
  servfail: "네임서버 오류 SERVFAIL",
  refused: "질의 거부 REFUSED",
  malformed: "잘못된 형식의 응답",
  budget: "검사 한 번의 질의 한도 초과",
};

/** Why DNS gave no answer: in our words if known, else as the resolver says it. */
export function trouble(reason: string): Part[] {
  const word = Object.hasOwn(TROUBLE, reason) ? TROUBLE[reason] : undefined;
  return word === undefined ? phrase`${reason}` : [word];
}
