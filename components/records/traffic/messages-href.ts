const RANGES: Record<number, string> = { 7: "7d", 30: "30d", 90: "90d", 365: "1y" };

/** The stored messages of a domain in the last days; of one client, where it is named. */
export function trafficMessagesHref(domain: string, days: number, client?: string): string {
  const query = new URLSearchParams({ range: RANGES[days] ?? "all", domain });
  if (client !== undefined) query.set("client", client);
  return `/messages?${query}`;
}
