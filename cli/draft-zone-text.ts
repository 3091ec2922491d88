import { visibleText } from "@/lib/mail/visible-text";
import { addressParts } from "@/lib/spf/bill/address-parts";
import type { AddressCount } from "@/lib/spf/bill/bill";
import type { Size } from "@/lib/spf/edit/record-sizes";
import { endSentences } from "@/lib/spf/publish/words";
import { type Language, textOf } from "@/lib/spf/sentence";
import { liveLines, planLines } from "./draft-plan-text";
import { type DraftWords, draftWords } from "./draft-words";
import { type DraftedZone, publishable } from "./drafted-zone";
import { lintedJson, lintedText } from "./linted";
import { shownRecord } from "./shown-record";

/** A draft as `draft zone --json` prints it. */
export function zoneJson(drafted: DraftedZone, language: Language) {
  const { domain, pasted, published, report, sizes, diff, ttl, plan, authority, live } = drafted;
  const { record, ...read } = pasted;
  const { zone, pair } = publishable(drafted);
  const [fail, softfail] = (pair ?? []).map(({ text, record: { lines }, isDraft }) => {
    return { record: text, zoneLines: lines, isDraft };
  });
  return {
    ...{ domain, record, pasted: read },
    published: { status: published.status, records: published.texts, ttl: published.ttl },
    lint: lintedJson(report, language),
    addresses: report.bill?.addresses ?? null,
    ...{ sizes, diff, ttl, zoneLines: zone?.lines ?? null, strings: zone?.strings ?? null },
    pair: pair && { fail, softfail },
    ...{ plan, authority },
    live: live && { kind: live.kind, have: live.have, answered: live.answered, silent: live.silent },
  };
}

/** A draft for people: what was read, what is wrong with it and what it costs, what it changes, and how to publish it. */
export function zoneText(drafted: DraftedZone, language: Language): string {
  const words = draftWords(language);
  const { report, live } = drafted;
  const linted = lintedJson(report, language);
  const passed = linted.result === "ok" ? (report.bill?.addresses ?? null) : null;
  const blocks = [
    publishedBlock(drafted, words),
    readBlock(drafted, words),
    [words.draft, ...indented(lintedText(report, linted, language).trimEnd().split("\n"))],
    [...addressLines(passed, words), ...sizeLines(drafted, words)],
    diffBlock(drafted, words),
    ...publishBlocks(drafted, words, language),
    planBlock(drafted, words, language),
    ...(live ? [[words.check, ...indented(liveLines(live, language))]] : []),
  ];
  const said = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${said.join("\n\n")}\n`;
}

function publishedBlock({ published: { status, texts, ttl } }: DraftedZone, words: DraftWords): string[] {
  const head = status === "one" ? words.published(ttl) : words.unpublished[status];
  return [head, ...indented(texts.map(shownRecord))];
}

function readBlock({ domain, pasted }: DraftedZone, words: DraftWords): string[] {
  const { changes, others, domain: said } = pasted;
  const isOther = said !== null && said.toLowerCase() !== domain;
  return [
    ...(changes.length > 0 ? [words.understood] : []),
    ...changes.map((change) => `  - ${words.paste[change]}`),
    ...(isOther ? [`! ${words.otherDomain(visibleText(said), domain)}`] : []),
    ...(others.length > 0 ? [`! ${words.others}`, ...indented(others.map(shownRecord))] : []),
  ];
}

function addressLines(count: AddressCount | null, words: DraftWords): string[] {
  if (count === null) return [];
  const { ip4, subnets, ip6 } = addressParts(count);
  const counts: string[] = [];
  const written = (number: bigint | number) => number.toLocaleString("en-US");
  if (ip4 > 0) counts.push(words.ip4(written(ip4)));
  if (subnets > 0n) counts.push(words.subnets(written(subnets)));
  if (ip6 > 0n) counts.push(words.ip6(written(ip6)));
  return [counts.length > 0 ? words.addresses(counts, count.isExact) : words.noAddresses(count.isExact)];
}

function sizeLines({ sizes }: DraftedZone, words: DraftWords): string[] {
  const line = (name: string, { octets, limit, state }: Size) =>
    `  ${name}: ${words.octets(octets, limit)}${state === "ok" ? "" : `: ${words.state[state]}`}`;
  const { record, strings, answer } = sizes;
  const [longest] = [...strings].sort((a, b) => b.octets - a.octets);
  return [
    words.sizes,
    line(words.record, record),
    ...(longest ? [line(words.strings(strings.length), longest)] : []),
    ...(answer ? [line(words.answer(answer.isEstimate), answer)] : []),
  ];
}

function diffBlock({ diff, published }: DraftedZone, words: DraftWords): string[] {
  if (diff === null || published.text === null) return [];
  if (diff.isSame) return [words.same];
  const lines = diff.terms.flatMap(({ state, text, was }) => {
    if (state === "added") return words.added(shownRecord(text));
    if (state === "removed") return words.removed(shownRecord(text));
    if (state === "moved") return words.moved(shownRecord(text));
    return state === "kept" ? [] : words.qualifier(shownRecord(was ?? ""), shownRecord(text));
  });
  return [words.diff, ...indented([...lines, ...(diff.isOrderChanged ? [words.reordered] : [])])];
}

function publishBlocks(drafted: DraftedZone, words: DraftWords, language: Language): string[][] {
  const { zone, pair } = publishable(drafted);
  if (zone === null) return [[words.noZone]];
  const halves = pair?.flatMap(({ all, record }) => {
    const asks = endSentences(all, language).map(({ parts }) => textOf(parts, visibleText));
    return [all, ...indented(asks), ...indented(record.lines)];
  });
  return [[words.zone, ...indented(zone.lines)], halves ? [words.pair, ...indented(halves)] : [words.noPair]];
}

function planBlock({ plan, published }: DraftedZone, words: DraftWords, language: Language): string[] {
  if (published.status === "error") return [words.unknownPlan];
  if (plan === null) return [words.noPlan];
  if (plan.steps.length === 0) return [words.nothingToDo];
  return [words.plan, ...indented(planLines(plan, language))];
}

function indented(lines: string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}
