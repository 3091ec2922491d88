import { describe, expect, test } from "vitest";
import { isDemoName } from "@/lib/demo/demo-resolver";
import { DEMO_SEED, demoWorld, mayBeDemoName } from "@/lib/demo/demo-zone";
import { CHANGED_DOMAIN, WAVE_DOMAIN } from "@/lib/demo/partner";
import { zoneResolver } from "@/lib/dns/zone-resolver";
import { checkHost, mailfromRequest, type SpfResult } from "@/lib/spf";
import { DEMO_OFFSET, demoEnvelopes } from "./demo";
import type { Envelope } from "./envelope";
import { incidentsBefore } from "./incidents";

const UNTIL = Date.UTC(2026, 10, 24, 4);
const { change } = incidentsBefore(UNTIL, DEMO_OFFSET);
const mails = demoEnvelopes(UNTIL, DEMO_SEED);
const resolver = zoneResolver(demoWorld().zone);

async function resultOf({
  client,
  from,
  helo = client.helo,
}: Envelope & { helo?: string }): Promise<SpfResult> {
  const request = mailfromRequest({ ip: client.ip, envelopeFrom: from, helo, receiver: null });
  return (await checkHost(request, resolver, { clock: () => 0 })).result;
}

/** Why what is published at the end of the six weeks does not tell what was found; null where it does. */
function exception(mail: Envelope): string | null {
  if (mail.login !== undefined) return "logged in, and so not checked";
  if (mail.trouble === "filterDown" || mail.trouble === "lostAfterMail") return "not checked";
  if (mail.recipients.some(({ fate }) => fate === "denied")) return "refused by other rules";
  if (mail.result === "temperror") return "the DNS gave no answer then";
  const isChanging = mail.time >= change.from && mail.time < change.to;
  if (isChanging && mail.from.endsWith(CHANGED_DOMAIN) && mail.client.helo.includes("sendcloud"))
    return "the partner's record lagged behind";
  return null;
}

describe("the zone and the logs of the demo tell the same", () => {
  const checked = mails.filter((mail) => exception(mail) === null);

  test("most mail is no exception", () => {
    expect(checked.length / mails.length).toBeGreaterThan(0.9);
  });

  test("of every domain and result, messages are found today as they were found then", async () => {
    const tried = new Map<string, number>();
    const wrong: string[] = [];
    let count = 0;
    for (const mail of checked) {
      const domain = mail.from.slice(mail.from.lastIndexOf("@") + 1);
      const key = `${domain} ${mail.result}`;
      tried.set(key, (tried.get(key) ?? 0) + 1);
      if (tried.get(key)! > 4) continue;
      count++;
      const result = await resultOf(mail);
      if (result !== mail.result)
        wrong.push(`${mail.from} from ${mail.client.ip}: ${mail.result}, now ${result}`);
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(500);
    expect(new Set(checked.map(({ result }) => result))).toEqual(
      new Set(["pass", "fail", "softfail", "neutral", "none", "permerror"]),
    );
  });

  test("what the partner sent while its record lagged would pass today", async () => {
    const lagged = mails.filter((mail) => exception(mail) === "the partner's record lagged behind");
    expect(lagged.length).toBeGreaterThan(150);
    expect(await Promise.all(lagged.slice(0, 40).map(resultOf))).toEqual(Array(40).fill("pass"));
  });

  test("the wave fails", async () => {
    const wave = mails.filter(({ from }) => /^(?:security|alert)@/.test(from) && from.endsWith(WAVE_DOMAIN));
    expect(new Set(await Promise.all(wave.map(resultOf)))).toEqual(new Set(["fail"]));
  });
});

test("every sender and every client's address is the zone's to answer for; real names are not", () => {
  const domains = new Set(mails.map(({ from }) => from.slice(from.lastIndexOf("@") + 1)).filter(Boolean));
  expect([...domains].filter((domain) => !isDemoName(domain))).toEqual([]);
  for (const name of ["5.113.0.203.in-addr.arpa", "_spf.SendCloud.Example", "example.kr"])
    expect(isDemoName(name)).toBe(true);
  for (const name of [
    "example.com",
    "kr",
    "or.kr",
    "kisarbl.or.kr",
    "an-example.kr",
    "sendcloud.example.com",
    "",
  ])
    expect(isDemoName(name)).toBe(false);
});

test("all names of the demo are below the roots that are looked at first", () => {
  const { zone, domains } = demoWorld();
  expect([...domains, ...zone.keys()].filter((name) => !mayBeDemoName(name))).toEqual([]);
  expect([...zone.keys()].filter((name) => !isDemoName(name))).toEqual([]);
  for (const name of ["example.com", "an-example.kr", "co.kr", "1.0.0.127.in-addr.arpa", ""])
    expect(mayBeDemoName(name)).toBe(false);
});
