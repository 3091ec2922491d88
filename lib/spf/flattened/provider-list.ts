import { networkText } from "../address";
import { type Family, familyOf, type Range, rangeOf, rangeSet } from "../bill/range-set";
import type { Provider } from "../draft/providers";
import { networkOf } from "../draft/public-address";
import { type LiteralTerm, startOf } from "./literal-terms";

/** A network that a provider's include listed, in canonical CIDR notation. */
export interface ListedNetwork {
  text: string;
  family: Family;
  range: Range;
}

/** What a provider's include listed when the catalogue was made, each network once. */
export interface ProviderList {
  provider: Provider;
  networks: ListedNetwork[];
  /** Where its networks begin, by `startOf`. */
  starts: Set<string>;
}

const made = new WeakMap<readonly Provider[], readonly ProviderList[]>();

/** The lists of a catalogue, of more than one network each; made once, for that takes longer than to compare them. */
export function listsOf(providers: readonly Provider[]): readonly ProviderList[] {
  const known = made.get(providers);
  if (known !== undefined) return known;
  const lists = providers.filter(({ networks }) => networks.length > 1).map(listOf);
  made.set(providers, lists);
  return lists;
}

/** A provider's list, made for comparing. */
export function listOf(provider: Provider): ProviderList {
  const texts = provider.networks.map((text) => {
    const { base, length } = networkOf(text);
    return networkText(base, length);
  });
  const networks = [...new Set(texts)].map((text) => ({
    text,
    family: familyOf(text),
    range: rangeOf(text),
  }));
  return { provider, networks, starts: new Set(networks.map(startOf)) };
}

/** The networks of a list that a term consists of: itself, or those that were merged into it; none if it has others. */
export function listedIn(term: LiteralTerm, { networks, starts }: ProviderList): ListedNetwork[] {
  if (!starts.has(term.start)) return [];
  const { from, to } = term.range;
  const inside = networks.filter(
    ({ family, range }) => family === term.family && range.from >= from && range.to <= to,
  );
  const [first, ...others] = rangeSet(inside.map(({ range }) => range));
  return others.length === 0 && first?.from === from && first.to === to ? inside : [];
}
