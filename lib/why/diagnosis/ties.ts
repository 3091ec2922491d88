import { ipHex, networkAround, readNetwork } from "@/lib/net/network";
import { readTermName } from "@/lib/spf/explain/term-name";
import type { RecordTrace, StepTrace } from "@/lib/spf/trace";
import type { Evidence } from "./evidence";
import type { Facts } from "./facts";
import { areOfOne } from "./host-names";

/** The client's validated name that is of the domain's organisation. */
export function ownName({ names, domain }: Facts): Evidence[] {
  const name = names.find((name) => areOfOne(name, domain));
  return name === undefined ? [] : [{ kind: "own-name", name, domain }];
}

/** The HELO name, if it is of the domain's organisation; the client may lie. */
export function ownHelo({ isHelo, helo, domain }: Facts): Evidence[] {
  return !isHelo && helo !== null && areOfOne(helo, domain) ? [{ kind: "own-helo", helo, domain }] : [];
}

/** A network or an address of the domain's own terms right beside the client. */
export function neighbour({ ip, domain, check }: Facts): Evidence[] {
  const digits = ipHex(ip);
  const around = digits === null ? null : readNetwork(networkAround(digits));
  const root = check.trace?.root ?? null;
  if (around === null || root === null) return [];
  for (const step of ownSteps(root, domain)) {
    for (const { network } of vouches(step) ? step.comparisons : []) {
      const range = readNetwork(network);
      if (range !== null && range.from >= around.from && range.to <= around.to)
        return [{ kind: "neighbour", ip, network }];
    }
  }
  return [];
}

/** Terms of records that are the domain's own, those of its own organisation below it too. */
function ownSteps(record: RecordTrace, domain: string, depth = 0): StepTrace[] {
  return record.steps.flatMap((step) => {
    const { within } = step;
    const isOwn = within !== null && depth < 10 && areOfOne(within.domain, domain);
    return isOwn ? [step, ...ownSteps(within, domain, depth + 1)] : [step];
  });
}

function vouches({ text }: StepTrace): boolean {
  const { qualifier, name } = readTermName(text);
  return (qualifier === "" || qualifier === "+") && ["ip4", "ip6", "a", "mx"].includes(name);
}

/** A term of the domain's record that names the client, but is not reached or does not vouch for it. */
export function namingTerm({ check, decided }: Facts): Evidence[] {
  const behind = check.trace?.root?.steps.find(
    ({ isShadow, state, result, text }) =>
      isShadow && state === "match" && result === "pass" && !isForAll(text),
  );
  if (behind !== undefined) return [{ kind: "term-behind", term: behind.text }];
  const term = decided?.step?.state === "match" ? decided.step.text : null;
  return term !== null && /^[?~]/.test(term) && !isForAll(term) ? [{ kind: "term-names", term }] : [];
}

/** A term that refuses this client in particular. */
export function refusingTerm({ check, decided }: Facts): Evidence[] {
  const term = decided?.step?.state === "match" && check.result === "fail" ? decided.step.text : null;
  return term !== null && !isForAll(term) ? [{ kind: "term-refuses", term }] : [];
}

function isForAll(term: string): boolean {
  return readTermName(term).name === "all" || /\/[0-7]$/.test(term);
}

/** All that ties the client to the domain, the strongest first. */
export function tiesOf(facts: Facts): Evidence[] {
  return [...ownName(facts), ...namingTerm(facts), ...neighbour(facts), ...ownHelo(facts)];
}
