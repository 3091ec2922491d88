import { isSpfRecord, parseRecord } from "../parse";
import type { SpfRecord } from "../record";
import { applyFixes, fixesOf } from "./apply-fixes";
import { characterFindings } from "./characters";
import { type Finding, found } from "./finding";
import { isTerm } from "./is-term";
import { widerThan } from "./open-terms";
import { quoteRuns } from "./quotes";

const VERSION = "v=spf1";
/** How many characters and quotes are looked at in the version at most. */
const MOST = 100;

/**
 * Explains why a text is no SPF record by its version (RFC 7208 section 4.5). `isNear` tells whether it is meant to be
 * one, so that its terms are worth a look.
 */
export function explainHead(record: SpfRecord): { findings: Finding[]; isNear: boolean } {
  const { text } = record;
  const version = record.problems.find(({ code }) => code === "version")!;
  const head = text.slice(0, version.to);
  const span = { from: 0, to: version.to };
  if (/^spf2\.0\//i.test(head)) return { findings: [found("sender-id", span)], isNear: false };
  const quotes = quoteRuns(text).filter(({ from }) => from < version.to);
  const characters = characterFindings(text, span).slice(0, MOST).concat(quotes.slice(0, MOST));
  const typo = typoFinding(text);
  if (typo) return { findings: [typo], isNear: true };
  if (characters.length > 0) {
    const repaired = applyFixes(
      text.slice(0, Math.max(version.to, ...characters.map(({ to }) => to))),
      fixesOf(characters),
    );
    if (isSpfRecord(repaired)) return { findings: safe(characters, repaired), isNear: true };
    if (/^v ?= ?spf1/i.test(repaired)) return { findings: safe(characters, repaired), isNear: true };
  }
  const glued = gluedFinding(head);
  if (glued) return { findings: [glued], isNear: true };
  const { problems, directives } = parseRecord(`${VERSION} ${text}`);
  const isBare = problems.length === 0 && directives.length > 0;
  const isWide = isBare && widerThan(parseRecord(`${VERSION} ${text}`), null);
  const fix = isBare && !isWide ? { from: 0, to: 0, text: `${VERSION} ` } : null;
  return { findings: [found("version-missing", span, {}, fix)], isNear: isBare && !isWide };
}

function safe(findings: Finding[], repaired: string): Finding[] {
  return widerThan(parseRecord(repaired), null)
    ? findings.map((finding) => ({ ...finding, fix: null }))
    : findings;
}

/** `spf1`, `v=spf`, `v=spf2`, `v:spf1`, `v= spf1`. */
function typoFinding(text: string): Finding | null {
  const written = /^(?:v ?[=:;-]? ?)?(?:spf|sfp|psf)[ -]?[vV]?[0-9]?(?:\.[0-9])?[:;,.]?(?= |$)/i.exec(
    text,
  )?.[0];
  if (!written || /^spf$/i.test(written)) return null;
  const span = { from: 0, to: written.length };
  return found("version-typo", span, {}, { ...span, text: VERSION });
}

/** `v=spf1include:x.example`: no space behind the version. */
function gluedFinding(head: string): Finding | null {
  if (head.slice(0, 6).toLowerCase() !== VERSION) return null;
  const rest = head.slice(6).replace(/^[;,:]/, "");
  const skipped = head.length - rest.length;
  const isRead = isTerm(rest) && !widerThan(parseRecord(`${VERSION} ${rest}`), null);
  const span = skipped > 6 ? { from: 6, to: skipped } : { from: 0, to: head.length };
  return found("version-glued", span, {}, isRead ? { from: 6, to: skipped, text: " " } : null);
}
