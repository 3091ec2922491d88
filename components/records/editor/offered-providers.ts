import { PROVIDERS } from "@/lib/spf/draft/providers";
import type { OfferedProvider } from "./added-term";

/** The services to choose from: Korean ones first, then those that most domains include. */
export function offeredProviders(): OfferedProvider[] {
  const known = [...PROVIDERS].sort((a, b) => b.usage - a.usage);
  const korean = PROVIDERS.filter(isKorean);
  return [...korean, ...known.filter((provider) => !isKorean(provider))].map(({ name, include }) => ({
    name,
    include,
  }));
}

function isKorean({ name, include }: OfferedProvider): boolean {
  return /[가-힣]|^NHN /.test(name) || include.endsWith(".kr");
}
