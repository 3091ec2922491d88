import { worstFirst } from "../lint/worst-first";
import type { Bill } from "./bill";
import type { Finding } from "./finding";
import { lintAddresses } from "./lint-addresses";
import { lintExplanations } from "./lint-explanation";
import { lintLimits } from "./lint-limits";
import { lintNetworks } from "./lint-networks";
import { lintPublication } from "./lint-publication";
import { lintSplit } from "./lint-split";
import { lintTargets } from "./lint-targets";

/** What is wrong with a record as DNS shows it and all below it, worst first, then in the order of the record. */
export function lintPublished(bill: Bill): Finding[] {
  return worstFirst([
    ...lintPublication(bill),
    ...lintSplit(bill),
    ...lintTargets(bill),
    ...lintExplanations(bill),
    ...lintLimits(bill),
    ...lintNetworks(bill),
    ...lintAddresses(bill),
  ]);
}
