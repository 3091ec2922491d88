import { type Part, say } from "@/lib/spf/sentence";
import type { WhyField, WhyProblem } from "./request";
import type { ProblemWords } from "./words";

/** How each field is called as a subject, with its particle. */
const SUBJECTS: Record<WhyField, string> = {
  ip: "IP 주소가",
  sender: "보낸 사람 주소가",
  helo: "HELO 이름이",
  receiver: "받는 서버 이름이",
  identity: "검사 대상이",
  link: "링크가",
};

/** The same as an object. */
const OBJECTS: Record<WhyField, string> = {
  ip: "IP 주소를",
  sender: "보낸 사람 주소를",
  helo: "HELO 이름을",
  receiver: "받는 서버 이름을",
  identity: "검사 대상을",
  link: "링크를",
};

function of({ field }: WhyProblem, rest: Part[]): Part[] {
  return [SUBJECTS[field], ...rest];
}

export const KO: ProblemWords = {
  missing: (problem) => of(problem, say` 없습니다.`),
  "not-an-address": ({ field, given }) => [
    OBJECTS[field],
    ...say` 알아볼 수 없습니다. ${given} 값은 올바른 주소가 아닙니다.`,
  ],
  "not-a-name": ({ field, given }) => [
    OBJECTS[field],
    ...say` 알아볼 수 없습니다. ${given} 값은 호스트 이름이 아닙니다.`,
  ],
  truncated: (problem) => of(problem, say` 중간에 잘렸습니다. ${problem.given} 뒤가 없습니다.`),
  macro: (problem) =>
    of(
      problem,
      say` 채워지지 않았습니다. 메일 서버가 ${problem.given} 매크로를 값으로 바꾸지 않고 그대로 보냈습니다.`,
    ),
  "too-long": (problem) => of(problem, say` 메일에서 허용하는 길이보다 깁니다: ${problem.given}`),
  private: ({ given }) =>
    say`${given} 주소는 사설망 주소입니다. 인터넷에서 메일을 받은 서버가 본 주소일 수 없습니다.`,
  repeated: (problem) =>
    of(problem, say` 여러 번 나옵니다. 첫 번째 값을 쓰고 ${problem.given} 값은 쓰지 않습니다.`),
  unsupported: (problem) =>
    of(problem, say` SPF에 없는 값입니다: ${problem.given}. MAIL FROM 검사로 봅니다.`),
};
