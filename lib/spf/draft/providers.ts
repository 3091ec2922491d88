import { type Address, isInside } from "../address";
import { isUnder } from "../domain-name";
import { folded } from "./bench";
import { CATALOGUE } from "./provider-catalogue";
import { networkOf } from "./public-address";

/** A provider that sends mail for others' domains, and the include that authorises it. */
export interface Provider {
  name: string;
  include: string;
  category: string;
  /** How many domains of a survey include it. */
  usage: number;
  /** Where the include was seen (provider-catalogue.ts), and when (ISO 8601, a month or a day; "" if not told). */
  source: string;
  date: string;
  /** Networks that the include itself listed then, in CIDR notation; none where it leads on to other records. */
  networks: string[];
}

/** The providers that are known. */
export const PROVIDERS: Provider[] = CATALOGUE.trim()
  .split("\n")
  .map((line) => {
    const [name = "", include = "", category = "", usage, source = "", date = "", networks = ""] =
      line.split("|");
    return {
      name,
      include,
      category,
      usage: Number(usage),
      source,
      date,
      networks: networks === "" ? [] : networks.split(" "),
    };
  });

/** The provider that an include authorises; null for a name that is none's. */
export function providerOfInclude(include: string, providers = PROVIDERS): Provider | null {
  const name = folded(include);
  return providers.find((provider) => folded(provider.include) === name) ?? null;
}

/** Providers whose networks, as they were, hold an address; those that more domains include first. */
export function providersHolding(client: Address, providers = PROVIDERS): Provider[] {
  const holds = (text: string) => {
    const { base, length } = networkOf(text);
    return isInside(client, base, length);
  };
  return providers.filter(({ networks }) => networks.some(holds)).sort((a, b) => b.usage - a.usage);
}

/** Providers whose own domain a host's name lies in, among those whose networks are not known. */
export function providersNamed(hosts: string[], providers = PROVIDERS): Provider[] {
  return providers
    .filter(
      ({ networks, include }) => networks.length === 0 && hosts.some((host) => isOfProvider(host, include)),
    )
    .sort((a, b) => b.usage - a.usage);
}

/** Whether a host's name lies in the own domain of the provider that an include authorises. */
export function isOfProvider(host: string, include: string): boolean {
  return isUnder(host, ownerOf(include));
}

/** The domain that a name was registered as, near enough: two labels, three where the second is short (`co.kr`). */
function ownerOf(name: string): string {
  const labels = name.split(".");
  const isLong = labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3;
  return labels.slice(isLong ? -3 : -2).join(".");
}
