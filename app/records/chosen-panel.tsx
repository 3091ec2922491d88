import type { Desk } from "./desk";
import { PublishPanel } from "./publish-panel";
import { ReplayPanel } from "./replay-panel";
import { TrafficPanel } from "./traffic-panel";
import { TreePanel } from "./tree-panel";
import { WhatIfPanel } from "./what-if-panel";

const PANELS = {
  tree: TreePanel,
  "what-if": WhatIfPanel,
  traffic: TrafficPanel,
  replay: ReplayPanel,
  publish: PublishPanel,
};

/** The part of the workbench that the address chooses. */
export function ChosenPanel({ desk }: { desk: Desk }) {
  const Chosen = PANELS[desk.address.view];
  return <Chosen desk={desk} />;
}
