import { expect, test } from "vitest";
import type { TrafficReport } from "@/lib/queries/traffic-report";
import { GOOGLE, RECEIVING } from "@/lib/spf/senders/clients.fixture";
import { groupSenders } from "@/lib/spf/senders/groups";
import { DAY, START, sender } from "@/lib/spf/senders/sender.fixture";
import { trafficText } from "./draft-traffic-text";

const DRAFT = "v=spf1 -all";
const WITH = "v=spf1 include:_spf.google.com -all";

function textOf(provider: typeof GOOGLE | typeof RECEIVING, suggested: string): string {
  const report: TrafficReport = {
    domain: "example.com",
    range: { from: START, to: START + 30 * DAY },
    published: DRAFT,
    isPublishedKnown: true,
    draft: DRAFT,
    groups: groupSenders([sender({}, { provider })]),
    counted: 40,
    isAll: true,
    unlistedClients: 0,
    withoutClient: 0,
    oldestStored: START,
    isDnsComplete: true,
    isByMessage: false,
    findings: [],
    suggested,
  };
  return trafficText(report, [], "en");
}

test("a provider that nothing ties to the domain is left to who has an account there", () => {
  const text = textOf(GOOGLE, DRAFT);
  expect(text).toMatch(/: mail service, likely, 40 messages\n/);
  expect(text).toContain("  Not added: authorise it only if you have an account with this service.\n");
  expect(text).toContain("DNS does not show that this domain uses Google Workspace");
});

test("a provider that receives the domain's mail is added, unless it costs too much", () => {
  expect(textOf(RECEIVING, WITH)).toContain("  Added to the suggested record.\n");
  expect(textOf(RECEIVING, WITH)).toContain("receives this domain’s mail (MX aspmx.l.google.com).");
  expect(textOf(RECEIVING, DRAFT)).toContain(
    "  Not added: its include would take the record over a limit.\n",
  );
});
