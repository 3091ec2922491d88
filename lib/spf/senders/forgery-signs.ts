import { canonicalIp } from "@/lib/net/ip";
import { isUnder } from "../domain-name";
import type { Evidence } from "./evidence";
import { isLineName } from "./line-name";
import { chosenName, isSame, type Subject } from "./signs";

const HOUR = 3_600_000;

/** What speaks for a forger. One sign alone is no proof: honest servers are set up badly too. */
export function forgerySigns(subject: Subject): Evidence[] {
  const { total, senders, heloCount, refused, tagged, first, last } = subject;
  const signs: Evidence[] = [...nameSigns(subject), ...heloSigns(subject)];
  const add = (sign: Omit<Evidence, "speaksFor">) => signs.push({ ...sign, speaksFor: "forger" } as Evidence);
  if (heloCount >= 5) add({ kind: "many-helos", values: { helos: heloCount } });
  if (senders >= 20 && senders >= total * 0.8) add({ kind: "many-senders", values: { senders } });
  const hours = Math.ceil((last - first) / HOUR);
  if (total >= 20 && hours <= 6)
    add({ kind: "burst", values: { messages: total, hours: Math.max(hours, 1) } });
  if ((refused + tagged) * 2 > total)
    add({ kind: "refused", values: { refused: refused + tagged, messages: total } });
  return signs;
}

/** That most of its messages failed; where no verdict was logged, that they would today. */
export function failing(subject: Subject): Evidence[] {
  const { results, total, published } = subject;
  const failed = results.fail + results.softfail;
  const isFailing = failed * 2 > total - results.notLogged;
  const isUnlogged = results.notLogged === total && (published === "fail" || published === "softfail");
  const values = { failed: isUnlogged ? total : failed, messages: total };
  return isFailing || isUnlogged ? [{ kind: "fails", speaksFor: "forger", values }] : [];
}

function nameSigns(subject: Subject): Evidence[] {
  const { ip, domain, confirmedNames, areNamesKnown, loggedName } = subject;
  if (chosenName(subject, true) !== null || chosenName(subject, false) !== null) return [];
  const line = [...confirmedNames, loggedName ?? ""].find((name) => isLineName(name, ip));
  if (line !== undefined)
    return isUnder(line, domain)
      ? [{ kind: "own-line", speaksFor: "forger", values: { name: line, domain } }]
      : [{ kind: "generic-name", speaksFor: "forger", values: { name: line } }];
  return areNamesKnown ? [{ kind: "no-name", speaksFor: "forger", values: { ip } }] : [];
}

function heloSigns({ helos, domain }: Subject): Evidence[] {
  const [helo] = helos;
  if (helo === undefined) return [];
  const values = { helo };
  if (canonicalIp(helo) !== null) return [{ kind: "helo-literal", speaksFor: "forger", values }];
  if (isSame(helo, domain)) return [{ kind: "helo-is-domain", speaksFor: "forger", values }];
  return /^(?:localhost(?:\..*)?|[^.]*)$/i.test(helo)
    ? [{ kind: "helo-local", speaksFor: "forger", values }]
    : [];
}
