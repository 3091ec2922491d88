import { visibleText } from "@/lib/mail/visible-text";
import type { SourceFinding } from "@/lib/queries/source-findings";

/** What is found, and what to do about it, in English for a terminal. */
export function findingSentence(finding: SourceFinding): string {
  switch (finding.kind) {
    case "noLogs":
      return "No log was read yet: npm start -- FILE reads one and shows it, whyspf import FILE reads more.";
    case "nothingMatched":
      return finding.mostly === "unknown"
        ? `${pathOf(finding)}: none of its ${finding.lines} lines is of a known form. whyspf reads the mail log of sendmail or postfix and procmail's log: is it one of them? See whyspf doctor FILE.`
        : `${pathOf(finding)}: its ${finding.lines} lines are known, but none tells of mail. Does mail pass through this server, and does it log enough (sendmail: LogLevel 9 or more)?`;
    case "manyUnknown":
      return `${pathOf(finding)}: ${percent(finding.unknown, finding.lines)} of its lines (${finding.unknown}) are not understood. See which ones on the page Sources.`;
    case "gone":
      return `${pathOf(finding)} is not on this machine any more; it was read last at ${time(finding.readAt)}. Import it from where it is now.`;
    case "unreadable":
      return `${pathOf(finding)} cannot be read by this user. Give it the right to (group adm or root).`;
    case "relative":
      return `${pathOf(finding)} was named without its folder, so it cannot be watched. Import it with its whole path.`;
    case "unread":
      return `${pathOf(finding)} has ${finding.bytes} bytes that nobody read since ${time(finding.readAt)}. Start whyspf follow, or import it again.`;
    case "replaced":
      return `${pathOf(finding)} is another log now, of ${finding.bytes} bytes, and nobody read it since ${time(finding.readAt)}. Start whyspf follow, or import it again.`;
    case "future":
      return `${pathOf(finding)} ends in the future, at ${time(finding.lastTime)}. Import it with the right --year and --time-zone, or set the server's clock.`;
    default:
      return hostSentence(finding);
  }
}

function hostSentence(finding: Extract<SourceFinding, { host: string }>): string {
  const host = visibleText(finding.host) || "(no name)";
  switch (finding.kind) {
    case "silent":
      return `${host}: no message since ${time(finding.since)}, ${finding.hours} hours, which is not its habit. Check that it runs and that its syslog still arrives.`;
    case "noVerdicts":
      return `${host}: ${finding.unverified} of ${finding.accepted} accepted messages of the last 24 hours have no SPF verdict in the log. Is a checker installed, and is its log among those that are read?`;
    case "unchecked":
      return `${host}: ${finding.unchecked} of ${finding.accepted} messages of the last 24 hours were accepted unchecked, as the mail server could not reach its filter. Check that the milter runs.`;
    case "clock":
      return `${host}: for ${finding.contradicted} of ${finding.sampled} messages the log's time contradicts the queue id. Check its clock and the --time-zone of the import.`;
    case "gap":
      return `${host}: no message from ${time(finding.from)} to ${time(finding.to)}, ${finding.hours} hours, which is not its habit${finding.more > 0 ? `; ${finding.more} more such gaps before` : ""}.`;
  }
}

function pathOf({ log }: Extract<SourceFinding, { log: unknown }>): string {
  return log.path === "-" ? "Standard input" : visibleText(log.path);
}

function time(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? "an unknown time"
    : `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
