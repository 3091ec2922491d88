import { phrase } from "@/lib/spf/explain/ko/phrase";
import type { Part } from "@/lib/spf/sentence";
import type { KindWords, RecordKind, Scene } from "./words";

/** Diagnoses of records that are at fault whoever sends, in Korean. */
export const records: Record<RecordKind, KindWords> = {
  "several-records": theirRecord(
    () => phrase`도메인에 발신 서버 목록이 둘 이상 올라와 있어 어느 것이 맞는지 알 수 없습니다.`,
    ({ domain }) =>
      phrase`${domain} 도메인에 v=spf1 레코드가 둘 이상 있어 모든 메일의 결과가 permerror가 됩니다. 하나로 합치고 나머지는 지우세요.`,
  ),
  "broken-record": theirRecord(
    () => phrase`도메인이 공개한 발신 서버 목록에 잘못 적힌 곳이 있어 읽을 수 없습니다.`,
    ({ domain }) =>
      phrase`${domain} 도메인에서 쓰는 SPF 레코드에 문법 오류가 있어 모든 메일의 결과가 permerror가 됩니다. 표시된 곳을 고치세요.`,
  ),
  "too-many-lookups": theirRecord(
    () => phrase`도메인이 공개한 발신 서버 목록이 너무 여러 곳으로 나뉘어 있어 끝까지 확인할 수 없습니다.`,
    () =>
      phrase`SPF 검사의 DNS 조회 한도를 넘어 permerror가 됩니다. 쓰지 않는 include를 빼고, a와 mx 항목은 IP 주소로 바꾸어 조회를 줄이세요.`,
  ),
  "too-many-voids": theirRecord(
    () => phrase`도메인이 공개한 발신 서버 목록에 지금은 없는 이름이 여럿 들어 있어 확인이 중단됩니다.`,
    () =>
      phrase`레코드에 있는 이름 가운데 답이 없는 것이 둘을 넘어 permerror가 됩니다. 없어진 이름을 가리키는 항목을 지우세요.`,
  ),
  "dead-include": theirRecord(
    () => phrase`도메인이 공개한 발신 서버 목록이 다른 곳의 목록을 가리키는데, 그 목록이 없습니다.`,
    () =>
      phrase`include가 가리키는 도메인에 SPF 레코드가 없어 permerror가 됩니다. 더 쓰지 않는 서비스라면 항목을 지우고, 쓰고 있다면 서비스가 안내하는 이름으로 바꾸세요.`,
  ),
  "dead-redirect": theirRecord(
    () => phrase`도메인이 다른 도메인의 발신 서버 목록을 따르게 되어 있는데, 그 목록이 없습니다.`,
    () =>
      phrase`redirect가 가리키는 도메인에 SPF 레코드가 없어 permerror가 됩니다. 가리키는 이름을 바로잡거나 이 도메인에 레코드를 직접 적으세요.`,
  ),
  "no-record": {
    you: ({ domain }) => [
      phrase`${domain} 도메인이 어느 서버로 메일을 보내는지 공개하지 않아 확인할 수 없었습니다.`,
      phrase`소속 기관의 메일 담당자에게 이 안내를 전하고, 발신 서버 목록(SPF)을 등록해 달라고 요청하세요.`,
    ],
    domain: ({ domain }) => [
      phrase`${domain} 도메인에 SPF 레코드가 없습니다. 이 도메인으로 메일을 보내는 서버와 서비스를 모두 확인한 뒤 TXT 레코드 하나로 등록하세요.`,
      phrase`로그나 반송 메일에 나온 서버라도 직접 운영하거나 계약한 서버가 아니면 넣지 마세요.`,
    ],
    receiver: () => [
      phrase`결과가 none인 메일은 SPF를 이유로 거부하지 않는 것이 원칙입니다. 거부했다면 정책을 다시 확인하세요.`,
    ],
  },
};

/** Of a record that is wrong whoever sends. */
function theirRecord(trouble: () => Part[], mend: (scene: Scene) => Part[]): KindWords {
  return {
    you: ({ domain }) => [
      trouble(),
      phrase`보낸 분의 잘못이 아니며, 다시 보내도 해결되지 않습니다. ${domain} 도메인의 메일 담당자에게 이 안내를 전하고 고쳐 달라고 요청하세요.`,
    ],
    domain: (scene) => [mend(scene)],
    receiver: ({ domain }) => [
      phrase`${domain} 도메인에서 쓰는 레코드의 오류이므로 받는 쪽에서 고칠 것은 없습니다. 꼭 받아야 할 메일이면 고쳐질 때까지만 예외로 두세요.`,
    ],
  };
}

/** Whom a record that mends the error may let send besides. */
export function onlyIfYours({ ip }: Scene): Part[] {
  return phrase`제안한 레코드는 오류를 고치면서 ${ip} 서버의 발신도 허용합니다. 이 주소는 직접 운영하거나 계약한 서버일 때만 추가하세요.`;
}
