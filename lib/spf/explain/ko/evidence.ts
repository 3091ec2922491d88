import type { EvidenceWords, Listed } from "../words";
import { list, phrase, trouble } from "./phrase";

/** What was found out at a term, in Korean. */
export const evidence: EvidenceWords = {
  macro: (before, after) => phrase`${before} 표기를 펼치면 ${after} 이름이 됩니다.`,
  cutMacro: (before, after) =>
    phrase`${before} 표기를 펼치고 253자에 맞추어 왼쪽 레이블을 잘라 내면 ${after} 이름이 됩니다.`,
  noName: (name, type) => phrase`DNS에 ${name} 이름이 없어 ${[type]} 레코드도 없습니다.`,
  noData: (name, type) => phrase`${name} 이름은 있지만 ${[type]} 레코드가 없습니다.`,
  noAnswer: (name, type, reason) =>
    phrase`${name} 이름의 ${[type]} 레코드를 조회했지만 DNS에서 답을 얻지 못했습니다(${trouble(reason)}).`,
  moreQuestions: (more) => phrase`그 밖에 질의 ${more}건도 같은 이유로 얻은 것이 없습니다.`,
  exists: (name) => phrase`${name} 이름에 A 레코드가 있습니다.`,
  hosts: ({ found, used, limit }) =>
    found > limit
      ? phrase`MX 호스트가 ${found}개입니다. ${limit}개까지만 허용되므로 하나도 조회하지 않았습니다.`
      : phrase`MX 호스트 ${found}개 가운데 ${used}개를 조회했습니다(최대 ${limit}개).`,
  clientNames: (names, { found, used, limit }) =>
    phrase`보낸 서버의 역방향(PTR) 이름은 ${found}개(${list(names)})이며, 그중 ${used}개를 검토 대상으로 삼았습니다(최대 ${limit}개).`,
  isAddress: (ip, address, host) =>
    host === null
      ? phrase`${ip} 주소는 ${address} 주소와 같습니다.`
      : phrase`${ip} 주소는 ${host} 호스트의 주소입니다.`,
  isInNetwork: (ip, network, host) =>
    host === null
      ? phrase`${ip} 주소는 ${network} 대역에 속합니다.`
      : phrase`${ip} 주소는 ${host} 호스트의 주소가 있는 ${network} 대역에 속합니다.`,
  isNotAddress(ip, addresses, host) {
    if (host !== null)
      return isOne(addresses)
        ? phrase`${ip} 주소는 ${host} 호스트의 주소(${list(addresses)})와 다릅니다.`
        : phrase`${ip} 주소는 ${host} 호스트의 주소(${list(addresses)}) 가운데 어느 것과도 다릅니다.`;
    return isOne(addresses)
      ? phrase`${ip} 주소는 ${list(addresses)} 주소와 다릅니다.`
      : phrase`${ip} 주소는 다음 주소 가운데 어느 것과도 다릅니다: ${list(addresses)}`;
  },
  isNotInNetwork(ip, networks, host) {
    if (host === null)
      return isOne(networks)
        ? phrase`${ip} 주소는 ${list(networks)} 대역에 속하지 않습니다.`
        : phrase`${ip} 주소는 다음 대역 가운데 어디에도 속하지 않습니다: ${list(networks)}`;
    return isOne(networks)
      ? phrase`${ip} 주소는 ${host} 호스트의 주소가 있는 ${list(networks)} 대역에 속하지 않습니다.`
      : phrase`${ip} 주소는 ${host} 호스트의 주소가 있는 대역(${list(networks)}) 가운데 어디에도 속하지 않습니다.`;
  },
  moreHosts: (more) => phrase`나머지 호스트 ${more}개의 주소도 마찬가지입니다.`,
  decisions: {
    "void-mx": () =>
      phrase`MX 호스트 가운데 보낸 서버와 같은 IP 버전의 주소가 있는 것이 없습니다. RFC 7208은 항목 단위로 세므로, 호스트가 몇 개든 빈 조회 1회로 계산합니다.`,
    "mx-host-without-address": () =>
      phrase`보낸 서버와 같은 IP 버전의 주소가 없는 MX 호스트가 있습니다. 주소가 있는 다른 호스트가 있으므로 빈 조회로 계산하지 않습니다.`,
    "ptr-forward-miss": () =>
      phrase`보낸 서버의 역방향 이름 가운데 정방향 주소가 없는 것이 있습니다. 도메인 소유자가 아닌 제3자가 등록한 이름이므로 빈 조회로 계산하지 않습니다.`,
    "ptr-names-ignored": () =>
      phrase`열 번째 이후의 이름은 RFC에 따라 무시했습니다. 이름이 더 많은 것은 오류가 아닙니다.`,
    "ptr-dns-error": () =>
      phrase`보낸 서버의 역방향 이름을 DNS에서 조회하지 못했습니다. ptr에서는 temperror가 아니라 불일치로 처리합니다.`,
    "invalid-target": ({ target, isHost }) =>
      isHost
        ? phrase`MX 호스트 가운데 DNS 이름으로 쓸 수 없는 것이 있어 건너뛰었습니다.`
        : phrase`${target === null ? ["조회할 이름은"] : phrase`${target} 이름은`} DNS에서 조회할 수 없습니다. 레이블이 비어 있거나 63자를 넘거나, 전체가 253자를 넘습니다. 이 경우의 처리는 RFC에 정해져 있지 않으며, 여기서는 없는 이름으로 봅니다. DNS에 묻지는 않지만 이 항목은 조회 1회로 계산합니다.`,
    "non-ascii-local-part": () =>
      phrase`조회할 이름에 발신 주소의 로컬 파트(@ 앞부분)가 들어가는데, 여기에 ASCII가 아닌 문자가 있습니다. 이런 항목은 일치할 수 없으므로 조회하지 않았습니다.`,
    "null-mx": () =>
      phrase`호스트가 “.”인 MX 레코드는 메일을 받지 않는다는 뜻입니다. 조회할 주소가 없으며 빈 조회로도 계산하지 않습니다.`,
    "other-family": ({ comparison: { ip, network } }) =>
      phrase`${ip} 주소는 ${[family(ip)]}, ${network} 대역은 ${[family(network)]}이므로 서로 일치할 수 없습니다.`,
  },
};

function isOne({ shown, more }: Listed): boolean {
  return shown.length + more === 1;
}

function family(address: string): string {
  return address.includes(":") ? "IPv6" : "IPv4";
}
