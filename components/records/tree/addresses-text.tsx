import { useFormatter, useTranslations } from "next-intl";
import { addressParts } from "@/lib/spf/bill/address-parts";
import type { AddressCount } from "@/lib/spf/bill/bill";

const ALL_IPV4 = 2 ** 32;
const ALL_IPV6 = 1n << 128n;
/** From here on a number is told in words. */
const LARGE = 1_000_000n;

/** How many addresses there are: of IPv4 by number, of IPv6 in networks of 64 bits where they fill one. */
export function AddressesText({ count }: { count: AddressCount }) {
  const t = useTranslations("recordTree.addresses");
  const format = useFormatter();
  const { ip4, subnets, ip6 } = addressParts(count);
  const { isExact } = count;
  const isAllIpv6 = BigInt(count.ip6) === ALL_IPV6;
  const said: string[] = [];
  if (ip4 === ALL_IPV4 && isAllIpv6) return t("all");
  if (ip4 === ALL_IPV4) said.push(t("allIpv4"));
  else if (ip4 > 0) said.push(t("ipv4", { count: ip4 }));
  if (isAllIpv6) said.push(t("allIpv6"));
  else if (subnets > 0n) said.push(t("subnets", { count: written(subnets, format) }));
  else if (ip6 > 0n) said.push(ip6 > LARGE ? t("underSubnet") : t("ipv6", { count: Number(ip6) }));
  if (said.length === 0) return isExact ? t("none") : t("unknown");
  return isExact ? said.join(" · ") : t("least", { count: said.join(" · ") });
}

function written(count: bigint, format: ReturnType<typeof useFormatter>): string {
  return format.number(count, count > LARGE ? { notation: "compact", maximumSignificantDigits: 3 } : {});
}
