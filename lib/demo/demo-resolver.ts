import { zoneResolver } from "@/lib/dns/zone-resolver";
import type { Resolver } from "@/lib/spf/resolver";
import { demoWorld, mayBeDemoName } from "./demo-zone";

let world: { resolver: Resolver; domains: Set<string> } | undefined;

function opened() {
  if (world === undefined) {
    const { zone, domains } = demoWorld();
    world = { resolver: zoneResolver(zone), domains };
  }
  return world;
}

/** Whether a name, in any case, is one of the demo's or below one: none of them is anyone's in the real DNS. */
export function isDemoName(name: string): boolean {
  if (!mayBeDemoName(name)) return false;
  const { domains } = opened();
  const folded = name.toLowerCase();
  for (let at = 0; at >= 0; at = folded.indexOf(".", at + 1))
    if (domains.has(at === 0 ? folded : folded.slice(at + 1))) return true;
  return false;
}

/**
 * Answers for the demo's names from its zone while `isDemo`, and for everything else as `below` does. `isDemo` is asked
 * at a demo's name only, and may be answered at once.
 */
export function demoResolver(below: Resolver, isDemo: () => boolean | Promise<boolean>): Resolver {
  return {
    resolve(name, type) {
      if (!isDemoName(name)) return below.resolve(name, type);
      const answer = (demo: boolean) => (demo ? opened().resolver : below).resolve(name, type);
      const known = isDemo();
      return typeof known === "boolean" ? answer(known) : known.then(answer);
    },
  };
}
