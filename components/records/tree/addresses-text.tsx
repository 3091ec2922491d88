import { useFormatter, useTranslations } from "next-intl";
import type { AddressCount } from "@/lib/spf/bill/bill";

/** The addresses of one network that a host gets (RFC 4291 section 2.5.1). */
const SUBNET = 64n;
const ALL_IPV4 = 2 ** 32;
const ALL_IPV6 = 1n << 128n;
/** From here on a number is told in words. */
const LARGE = 1_000_000n;

/** How many addresses there are: of IPv4 by number, of IPv6 in networks of 64 bits where they fill one. */
export function AddressesText({ count: { ip4, ip6, isExact } }: { count: AddressCount }) {
  const t = useTranslations("recordTree.addresses");
  const format = useFormatter();
  const six = BigInt(ip6);
  const said: string[] = [];
  if (ip4 === ALL_IPV4 && six === ALL_IPV6) return t("all");
  if (ip4 === ALL_IPV4) said.push(t("allIpv4"));
  else if (ip4 > 0) said.push(t("ipv4", { count: ip4 }));
  if (six === ALL_IPV6) said.push(t("allIpv6"));
  else if (six >> SUBNET > 0n) said.push(t("subnets", { count: written(six >> SUBNET, format) }));
  else if (six > 0n) said.push(six > LARGE ? t("underSubnet") : t("ipv6", { count: Number(six) }));
  if (said.length === 0) return isExact ? t("none") : t("unknown");
  return isExact ? said.join(" · ") : t("least", { count: said.join(" · ") });
}

function written(count: bigint, format: ReturnType<typeof useFormatter>): string {
  return format.number(count, count > LARGE ? { notation: "compact", maximumSignificantDigits: 3 } : {});
}
