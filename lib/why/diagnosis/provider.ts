import { readClientAddress } from "@/lib/spf/address";
import { PROVIDERS, type Provider, providersHolding, providersNamed } from "@/lib/spf/draft/providers";
import { readTermName } from "@/lib/spf/explain/term-name";
import type { Evidence } from "./evidence";
import type { Facts } from "./facts";
import { areOfOne } from "./host-names";

/** The provider that the client belongs to, and whether the domain's record names the same one elsewhere. */
export interface FoundProvider {
  isUsed: boolean;
  evidence: Evidence[];
}

/** Finds the provider whose server the client is, unless the domain is its own; null for none. */
export function providerOf(facts: Facts): FoundProvider | null {
  const { ip, domain } = facts;
  const targets = includesOf(facts);
  const provider = candidates(facts).find(
    ({ include }) => !areOfOne(include, domain) && !targets.some(({ target }) => target === include),
  );
  if (provider === undefined) return null;
  const { name, include } = provider;
  const used = targets.find(({ target }) => areOfOne(target, include))?.text ?? null;
  const evidence: Evidence[] = [{ kind: "provider", provider: name, include, ip }];
  if (used !== null) evidence.push({ kind: "provider-used", provider: name, term: used });
  return { isUsed: used !== null, evidence };
}

/** By what a suggestion has proven, by known networks, by the client's name, by a HELO name that its record bears out. */
function candidates({ ip, names, helo, input }: Facts): Provider[] {
  const added = (input.suggestion?.edits ?? [])
    .filter(({ reason }) => reason === "authorise-provider")
    .map(({ text }) =>
      text
        .trim()
        .replace(/^include:/i, "")
        .toLowerCase(),
    );
  const proven = PROVIDERS.filter(({ include }) => added.includes(include.toLowerCase()));
  const client = readClientAddress(ip);
  const holding = client === null ? [] : providersHolding(client);
  const borneOut = helo !== null && input.now.helo?.result === "pass" ? [helo] : [];
  return [...proven, ...holding, ...providersNamed(names), ...providersNamed(borneOut)];
}

/** The includes of the domain's own record, and where they lead. */
function includesOf({ check }: Facts): { text: string; target: string }[] {
  return (check.trace?.root?.steps ?? [])
    .filter(({ text }) => readTermName(text).name === "include")
    .map(({ text }) => ({ text, target: text.slice(text.indexOf(":") + 1).toLowerCase() }));
}
