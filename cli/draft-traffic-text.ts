import { visibleText } from "@/lib/mail/visible-text";
import type { TrafficReport } from "@/lib/queries/traffic-report";
import { SPF_RESULTS } from "@/lib/spf/result";
import { evidenceSentence } from "@/lib/spf/senders/evidence-words";
import type { Sender, SenderGroup } from "@/lib/spf/senders/sender";
import { trafficFindingSentence } from "@/lib/spf/senders/traffic-words";
import { type Language, textOf } from "@/lib/spf/sentence";
import { count, instant, period } from "./draft-instants";
import { TRAFFIC_WORDS, type TrafficWords } from "./draft-traffic-words";
import { problemLines } from "./linted";
import { shownRecord } from "./shown-record";

/** Servers of a group, terms, and characters of a record that a terminal is shown. */
const SERVERS = 4;
const TERMS = 6;
/** Who sent as a domain, for people: the servers in groups with the evidence, and the record that follows. */
export function trafficText(report: TrafficReport, zoneLines: string[], language: Language): string {
  const words = TRAFFIC_WORDS[language];
  const { domain, range, groups, published, isPublishedKnown, draft, suggested } = report;
  const clients = groups.reduce((sum, { senders }) => sum + senders.length, 0) + report.unlistedClients;
  const sent = groups.reduce((sum, { total }) => sum + total, 0);
  const blocks = [
    [
      groups.length === 0
        ? words.nothing(domain, period(range))
        : words.head(domain, sent, clients, period(range)),
      ...notesOf(report, words).map((note) => `! ${note}`),
    ],
    ...(report.findings.length > 0 ? [findingLines(report, language)] : []),
    ...groups.map((group) => groupLines(group, suggested, language)),
    ...(isPublishedKnown
      ? [[words.published, ...(published ?? words.none).split("\n").map((text) => `  ${shownRecord(text)}`)]]
      : []),
    ...(draft === (published ?? "") ? [] : [[words.draft, `  ${shownRecord(draft)}`]]),
    suggested === draft
      ? [words.unchanged]
      : [words.suggested, `  ${shownRecord(suggested)}`, words.zone, ...zoneLines.map((line) => `  ${line}`)],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function findingLines({ findings, draft }: TrafficReport, language: Language): string[] {
  return findings.flatMap((finding) => {
    const message = textOf(trafficFindingSentence(finding, language).parts, visibleText);
    return problemLines({ ...finding, message }, draft, language);
  });
}

function notesOf(report: TrafficReport, words: TrafficWords): string[] {
  const { isPublishedKnown, isDnsComplete, isByMessage, isAll, counted, oldestStored, range } = report;
  const { unlistedClients, withoutClient } = report;
  const notes: [boolean, () => string][] = [
    [!isPublishedKnown, () => words.noAnswer],
    [isPublishedKnown && !isDnsComplete, () => words.incomplete],
    [isByMessage, () => words.byMessage],
    [!isAll, () => words.newestOnly(counted)],
    [unlistedClients > 0, () => words.unlisted(unlistedClients)],
    [withoutClient > 0, () => words.withoutClient(withoutClient)],
    [oldestStored !== null && oldestStored > range.from, () => words.startsLater(instant(oldestStored!))],
  ];
  return notes.flatMap(([isSo, note]) => (isSo ? [note()] : []));
}

function groupLines(group: SenderGroup, suggested: string, language: Language): string[] {
  const words = TRAFFIC_WORDS[language];
  const { senders, role, provider, network, total, terms } = group;
  const [first] = senders;
  const where = visibleText(network);
  const name = provider === null ? where : `${visibleText(provider.name)} (${where})`;
  const more = senders.length - SERVERS;
  const evidence = first?.evidence ?? [];
  const reasons = (isFor: boolean) =>
    evidence
      .filter(({ speaksFor }) => (role === "unknown" || speaksFor === role) === isFor)
      .map((reason) => `  - ${textOf(evidenceSentence(reason, language).parts, visibleText)}`);
  const against = reasons(false);
  const guessed = first && role !== "unknown" ? `, ${words.certainty[first.certainty]}` : "";
  return [
    `${name}: ${words.role[role]}${guessed}, ${words.messages(total)}`,
    ...senders.slice(0, SERVERS).flatMap((sender) => senderLines(sender, words)),
    ...(more > 0 ? [`  ${words.more(more)}`] : []),
    ...reasons(true),
    ...(against.length > 0 ? [`  ${words.against}`, ...against] : []),
    `  ${words.standing[standingOf(group, suggested)]}`,
    // Nobody is to copy a forger's address into a record.
    ...(terms.length > 0 && role !== "forger" ? [`  ${words.terms(someOf(terms))}`] : []),
  ];
}

function senderLines(sender: Sender, words: TrafficWords): string[] {
  const { ip, confirmedNames, loggedName, helos, total, results, published, draft } = sender;
  const name = confirmedNames[0] ?? loggedName ?? helos[0] ?? null;
  const logged = [...SPF_RESULTS, "notLogged" as const]
    .filter((result) => results[result] > 0)
    .map((result) => `${result === "notLogged" ? words.notLogged : result} ${count(results[result])}`);
  const standing = `${published ?? words.unknown} → ${draft ?? words.unknown}`;
  return [
    `  ${visibleText(ip)}${name === null ? "" : ` ${visibleText(name)}`}: ${words.messages(total)}, ${standing}`,
    `    ${logged.join(", ")}; ${words.fates(sender.refused, sender.tagged, sender.delivered)}`,
    `    ${words.seen(instant(sender.first), instant(sender.last))}`,
  ];
}

function standingOf(group: SenderGroup, suggested: string): keyof TrafficWords["standing"] {
  const { isAuthorised, isAuthorisable, role, provider, terms } = group;
  if (isAuthorised !== "none" && role === "forger") return "passesForger";
  if (isAuthorised === "all") return "passes";
  // What a provider's include costs may be too much.
  const isLeftOut = provider !== null && !terms.some((term) => suggested.split(" ").includes(term));
  if (isAuthorisable) return isLeftOut ? "costly" : "added";
  if (isAuthorised === "some") return "some";
  if (role === "forger" || role === "forwarder") return role;
  if (provider !== null) return "account";
  return terms.length === 0 ? "nameless" : "left";
}

function someOf(terms: string[]): string {
  const named = terms.slice(0, TERMS).map(shownRecord).join(" ");
  return terms.length > TERMS ? `${named} … (${count(terms.length)})` : named;
}
