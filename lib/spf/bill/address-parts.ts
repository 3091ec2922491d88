import type { AddressCount } from "./bill";

/** The bits of an IPv6 address that tell hosts of one network apart (RFC 4291 section 2.5.1). */
const HOST_BITS = 64n;

/** Addresses as people count them: of IPv6 whole networks of 64 bits where they fill one, else single ones. */
export interface AddressParts {
  ip4: number;
  subnets: bigint;
  ip6: bigint;
}

/** A count in the parts that are told of it; what is left beside whole networks is not told. */
export function addressParts({ ip4, ip6 }: AddressCount): AddressParts {
  const six = BigInt(ip6);
  const subnets = six >> HOST_BITS;
  return { ip4, subnets, ip6: subnets > 0n ? 0n : six };
}
