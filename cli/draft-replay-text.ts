import { visibleText } from "@/lib/mail/visible-text";
import type { Enforcement, Refused, ReplayedClient, ReplayReport } from "@/lib/queries/replay-report";
import { SPF_RESULTS } from "@/lib/spf/result";
import type { Language } from "@/lib/spf/sentence";
import { count, instant, period } from "./draft-instants";
import { REPLAY_WORDS, type ReplayWords } from "./draft-replay-words";
import { shownRecord } from "./shown-record";

/** Servers, and characters of a record, that a terminal is shown. */
const SERVERS = 20;
const PASS = SPF_RESULTS.indexOf("pass");
const TEMPERROR = SPF_RESULTS.indexOf("temperror");

/** Messages whose result is not known under one of the records, since the DNS gave no answer. */
export function unansweredOf({ matrix }: ReplayReport): number {
  return matrix
    .flatMap((row, published) => row.filter((_, drafted) => [published, drafted].includes(TEMPERROR)))
    .reduce((sum, number) => sum + number, 0);
}

/** A replay for people: what changes, for which servers, and what would be refused. */
export function replayText(report: ReplayReport, language: Language): string {
  const words = REPLAY_WORDS[language];
  const { domain, range, messages, published, isPublishedKnown, draft, matrix, loggedMatrix } = report;
  const blocks = [
    [
      words.head(domain, messages, period(range)),
      words.work(report.triples, report.evaluations, (report.milliseconds / 1000).toFixed(1)),
      ...notesOf(report, words).map((note) => `! ${note}`),
    ],
    isPublishedKnown
      ? [words.published, ...(published ?? words.none).split("\n").map((text) => `  ${shownRecord(text)}`)]
      : [words.publishedUnknown],
    [words.draft, `  ${shownRecord(draft)}`],
    changeLines(report, words),
    ...(messages === 0
      ? []
      : [
          [words.matrix, ...tableLines(matrix, SPF_RESULTS)],
          [words.logged, ...tableLines(loggedMatrix, [...SPF_RESULTS, words.notLogged])],
        ]),
    clientLines(report, words),
    messages === 0 ? [] : [words.enforcement, ...report.enforcement.flatMap((end) => endLines(end, words))],
  ];
  const said = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${said.join("\n\n")}\n`;
}

function notesOf(report: ReplayReport, words: ReplayWords): string[] {
  const { unusable, unlistedClients, oldestStored, range } = report;
  const unanswered = unansweredOf(report);
  const notes: [boolean, () => string][] = [
    [unanswered > 0, () => words.unanswered(unanswered)],
    [unusable > 0, () => words.unusable(unusable)],
    [unlistedClients > 0, () => words.unlisted(unlistedClients)],
    [oldestStored !== null && oldestStored > range.from, () => words.startsLater(instant(oldestStored!))],
  ];
  return notes.flatMap(([isSo, note]) => (isSo ? [note()] : []));
}

function changeLines({ matrix, messages }: ReplayReport, words: ReplayWords): string[] {
  let [gained, lost, otherwise] = [0, 0, 0];
  for (const [published, row] of matrix.entries())
    for (const [drafted, number] of row.entries()) {
      if (published === drafted) continue;
      if (drafted === PASS) gained += number;
      else if (published === PASS) lost += number;
      else otherwise += number;
    }
  const changed = gained + lost + otherwise;
  if (changed === 0) return [words.nothing(messages)];
  const sentence = words.changes(gained, lost, otherwise, messages - changed);
  return [sentence, ...(lost > 0 ? [`! ${words.lost}`] : [])];
}

/** The rows and columns that hold anything. */
function tableLines(matrix: number[][], names: readonly string[]): string[] {
  const columns = SPF_RESULTS.map((_, index) => index).filter((index) =>
    matrix.some((row) => row[index]! > 0),
  );
  const rows = matrix.map((_, index) => index).filter((index) => matrix[index]!.some((number) => number > 0));
  const width = Math.max(...columns.map((index) => SPF_RESULTS[index]!.length), 9) + 2;
  const head = Math.max(...rows.map((index) => names[index]!.length)) + 2;
  return [
    " ".repeat(head) + columns.map((index) => SPF_RESULTS[index]!.padStart(width)).join(""),
    ...rows.map(
      (row) =>
        `  ${names[row]!}`.padEnd(head) +
        columns.map((index) => count(matrix[row]![index]!).padStart(width)).join(""),
    ),
  ];
}

function clientLines({ clients }: ReplayReport, words: ReplayWords): string[] {
  const changed = clients.filter(({ published, draft }) => published !== draft);
  if (changed.length === 0) return [];
  const more = changed.length - SERVERS;
  return [
    words.changed,
    ...changed.slice(0, SERVERS).flatMap((client) => clientOf(client, words)),
    ...(more > 0 ? [`  ${words.more(more)}`] : []),
  ];
}

function clientOf(client: ReplayedClient, words: ReplayWords): string[] {
  const { ip, clientName, published, draft, publishedTerm, draftTerm, messages, first, last } = client;
  const term = (text: string | null) => (text === null ? words.noTerm : visibleText(text));
  const name = clientName === null ? "" : ` ${visibleText(clientName)}`;
  const [newest] = client.examples;
  return [
    `  ${visibleText(ip)}${name}: ${published} → ${draft}, ${words.messages(messages)}`,
    `    ${term(publishedTerm)} → ${term(draftTerm)}; ${instant(first)} – ${instant(last)}`,
    ...(newest
      ? [
          `    ${instant(newest.time)} ${visibleText(newest.host)} ${visibleText(newest.queueId)} <${visibleText(newest.envelopeFrom)}>`,
        ]
      : []),
  ];
}

function endLines({ all, refusingFail, refusingSoftfail }: Enforcement, words: ReplayWords): string[] {
  const said = ({ messages, clients, newly }: Refused) =>
    messages === 0 ? words.noneRefused : words.refused(messages, clients, newly);
  return [
    `  ${words.all(all)}`,
    `    ${words.refusingFail(said(refusingFail))}`,
    `    ${words.refusingSoftfail(said(refusingSoftfail))}`,
  ];
}
