import type { Part } from "../../sentence";
import type { PlainScene, PlainWords } from "../words";
import { phrase } from "./phrase";

const FORGED = "그래서 받는 쪽 서버는 발신 주소를 도용한 메일로 보고 거부할 수 있습니다.";

/** What a lay sender is told, in Korean. */
export const plain: PlainWords = {
  askedMailfrom: ({ ip, domain }) =>
    phrase`받는 쪽 메일 서버가 ${ip} 서버에서 ${domain} 도메인의 주소로 메일을 보내도 되는지 확인했습니다.`,
  askedHelo: ({ ip, domain }) =>
    phrase`${ip} 서버가 자신의 이름을 ${domain} 도메인으로 밝혔고, 받는 쪽 메일 서버가 그 이름을 써도 되는 서버인지 확인했습니다.`,
  cases: {
    pass: () => [
      phrase`도메인이 허용한 서버가 맞습니다.`,
      phrase`그래도 메일이 거부되었다면 이 확인이 아닌 다른 이유 때문입니다. 거부 응답에 적힌 내용을 확인하세요.`,
    ],
    "fail-all": (scene) => [
      phrase`도메인이 공개한 발신 서버 목록에 ${scene.ip} 서버가 없으며, 목록에 없는 서버는 메일을 보낼 수 없다고 되어 있습니다.`,
      phrase`${[FORGED]}`,
      own(scene, "서버를 허용 목록에 넣어 달라고"),
    ],
    "fail-named": (scene) => [
      phrase`도메인이 이 서버는 메일을 보낼 수 없다고 따로 지정해 두었습니다.`,
      phrase`${[FORGED]}`,
      own(scene, "서버가 왜 막혀 있는지 확인해 달라고"),
    ],
    softfail: (scene) => [
      phrase`도메인이 공개한 발신 서버 목록에 ${scene.ip} 서버가 없어, 허용되지 않은 서버로 보입니다.`,
      phrase`이런 메일은 대개 받아 주지만, 의심스러운 메일로 표시되거나 스팸함으로 들어갈 수 있습니다.`,
      own(scene, "서버를 허용 목록에 넣어 달라고"),
    ],
    neutral: ({ domain }) => [
      phrase`도메인이 이 서버에 대해서는 허용한다고도, 허용하지 않는다고도 밝히지 않았습니다.`,
      phrase`받는 쪽에서는 발신 서버에 관한 정보가 없는 것으로 보고 다른 기준으로 처리합니다.`,
      phrase`메일이 거부되었다면 ${domain} 도메인의 메일 담당자에게 발신 서버를 분명히 등록해 달라고 요청하세요.`,
    ],
    "no-record": ({ domain }) => [
      phrase`도메인이 메일을 보내는 서버를 공개하지 않아 확인할 수 없었습니다.`,
      phrase`받는 쪽에 따라 이런 메일을 더 엄격하게 다루기도 합니다.`,
      phrase`메일 자체의 문제가 아니므로, ${domain} 도메인의 메일 담당자에게 발신 서버 목록을 등록해 달라고 요청하세요.`,
    ],
    "bad-domain": ({ domain }) => [
      phrase`그런데 ${domain} 값은 완전한 도메인 이름이 아니어서 확인할 수 없었습니다.`,
      phrase`메일 프로그램에 설정한 보내는 사람 주소를 확인하세요. 장비나 프로그램이 자동으로 보낸 메일이라면 설정한 담당자에게 알려 주세요.`,
    ],
    "bad-ip": ({ ip }) => [
      phrase`그런데 ${ip} 값은 올바른 서버 주소가 아니어서 확인할 수 없었습니다.`,
      phrase`주소가 잘리거나 잘못 입력되었을 수 있습니다. 거부 응답에 있는 주소나 링크 전체로 다시 시도하세요.`,
    ],
    "dns-error": ({ domain }) => [
      phrase`그런데 네임서버가 응답하지 않아 그때는 확인할 수 없었습니다.`,
      phrase`대개 일시적인 문제입니다. 메일 서버가 자동으로 다시 보내며, 잠시 뒤 직접 다시 보내도 됩니다.`,
      phrase`몇 시간이 지나도 계속되면 ${domain} 도메인의 담당자에게 네임서버를 점검해 달라고 요청하세요.`,
    ],
    syntax: ({ at, domain }) => [
      phrase`그런데 ${at} 도메인이 공개한 발신 서버 목록에 잘못 적힌 곳이 있어 읽을 수 없습니다.`,
      ...theirFault(domain),
    ],
    "lookup-limit": ({ domain }) => [
      phrase`그런데 도메인이 공개한 발신 서버 목록을 끝까지 확인하려면 너무 여러 곳을 찾아보아야 합니다. 받는 쪽에서는 열 번까지만 찾아봅니다.`,
      ...theirFault(domain),
    ],
    "void-limit": ({ domain }) => [
      phrase`그런데 도메인이 공개한 발신 서버 목록에 지금은 없는 이름이 여럿 들어 있어, 받는 쪽에서 확인을 중단합니다.`,
      ...theirFault(domain),
    ],
    "mx-limit": ({ domain }) => [
      phrase`그런데 도메인이 공개한 발신 서버 목록의 한 줄에 서버가 열 대 넘게 딸려 있어, 받는 쪽에서 확인을 중단합니다.`,
      ...theirFault(domain),
    ],
    "several-records": ({ at, domain }) => [
      phrase`그런데 ${at} 도메인에 발신 서버 목록이 둘 이상 등록되어 있어 어느 것이 맞는지 알 수 없습니다.`,
      ...theirFault(domain),
    ],
    "include-none": ({ domain }) => [
      phrase`그런데 도메인이 공개한 발신 서버 목록이 다른 도메인의 목록을 가리키는데, 그 목록이 없습니다.`,
      ...theirFault(domain),
    ],
    "redirect-none": ({ domain }) => [
      phrase`그런데 이 도메인은 다른 도메인의 목록을 따르도록 되어 있는데, 그 목록이 없습니다.`,
      ...theirFault(domain),
    ],
  },
};

function own({ ip, domain }: PlainScene, request: string): Part[] {
  return phrase`직접 보낸 메일이라면 소속 기관이나 메일 서비스가 안내하는 메일 서버로 보냈는지 확인하세요. 맞게 보냈다면 ${domain} 도메인의 메일 담당자에게 ${ip} ${[request]} 요청하세요. 보낸 적이 없다면 다른 사람이 주소를 도용한 것입니다.`;
}

function theirFault(domain: string): Part[][] {
  return [
    phrase`이 상태로는 진짜 메일과 도용한 메일을 구별할 수 없어 메일이 거부될 수 있습니다.`,
    phrase`다시 보내도 해결되지 않으니 ${domain} 도메인의 메일 담당자에게 알려 고치도록 요청하세요.`,
  ];
}
