import type { Client } from "@/lib/demo/client";
import { userName } from "@/lib/demo/names";
import { CHANGED_DOMAIN, NEW_SERVERS, NEWS_DOMAIN, OLD_SERVERS, WAVE_DOMAIN } from "@/lib/demo/partner";
import type { Random } from "@/lib/demo/random";
import { type Destination, mailTo } from "./demo-mail";
import type { Envelope } from "./envelope";
import { arrivals, DAY, HOUR } from "./rhythm";

/** From when to when, epoch ms. */
export interface Span {
  from: number;
  to: number;
}

/** When the demo's three incidents happen. */
export interface Incidents {
  wave: Span;
  /** Three working days. */
  change: Span;
  filterDown: Span;
}

/**
 * A wave of phishing on the last Monday that is twelve days past or more; two days later, for three days, a partner that
 * sends from servers its SPF record does not name; on the Tuesday after, an hour and a half without a filter.
 */
export function incidentsBefore(until: number, utcOffset: number): Incidents {
  const local = until + utcOffset * 60_000;
  const today = Math.floor(local / DAY);
  // Day 4 of the epoch was a Monday.
  const monday = today - 12 - ((((today - 12 - 4) % 7) + 7) % 7);
  const at = (day: number, hours: number) => day * DAY + hours * HOUR - utcOffset * 60_000;
  return {
    wave: { from: at(monday, 9), to: at(monday, 22) },
    change: { from: at(monday + 2, 0), to: at(monday + 5, 0) },
    filterDown: { from: at(monday + 8, 14), to: at(monday + 8, 15.5) },
  };
}

/** The wave as one server meets it: `count` messages, at their thickest a third into it. */
export function waveMail(span: Span, count: number, to: Destination, random: Random): Envelope[] {
  return Array.from({ length: count }, () => {
    const time = span.from + ((random.next() + random.next() * random.next()) / 2) * (span.to - span.from);
    const from = `${random.pick(["security", "alert", "notice", "help"])}@${WAVE_DOMAIN}`;
    return mailTo(to, from, bot(random), "fail", time, random);
  });
}

function bot(random: Random): Client {
  const last = random.between(60, 239);
  const ip = random.chance(0.9) ? `203.0.113.${last}` : `2001:db8:bad:${last.toString(16)}::1`;
  const name = random.chance(0.6) ? `host-${last}.isp.example` : null;
  return {
    ip,
    name,
    forged: name !== null && random.chance(0.5),
    helo: random.pick([WAVE_DOMAIN, "mail.test", "win-pc"]),
  };
}

/**
 * A day's mail of the partner. While its record lags behind its new provider, its main domain (`-all`) fails and its
 * newsletter's (`~all`) softfails; people write again when nobody answers.
 */
export function partnerMail(
  midnight: number,
  mean: number,
  isWorking: boolean,
  change: Span,
  to: Destination,
  random: Random,
): Envelope[] {
  const changing = midnight >= change.from && midnight < change.to;
  const moved = midnight >= change.from;
  return arrivals(midnight, mean * (changing ? 1.6 : 1), isWorking, random).map((time) => {
    const isNews = random.chance(0.3);
    const from = isNews ? `news@${NEWS_DOMAIN}` : `${userName(random.zipf(24))}@${CHANGED_DOMAIN}`;
    const result = changing ? (isNews ? "softfail" : "fail") : "pass";
    return mailTo(to, from, random.pick(moved ? NEW_SERVERS : OLD_SERVERS), result, time, random);
  });
}

/** Whether an envelope comes while the filter is down, and then unchecked. */
export function uncheckedWithin(span: Span, mail: Envelope): Envelope {
  if (mail.trouble !== undefined || mail.time < span.from || mail.time >= span.to) return mail;
  return { ...mail, trouble: "filterDown" };
}
