import type { Macro, MacroString, Problem, Span } from "./record";

const LETTERS = "slodiphv";
const EXP_LETTERS = "crt";
const RESOLVED: Record<string, string> = { "%": "%", _: " ", "-": "%20" };

/**
 * Reads a macro-string (RFC 7208 section 7.1): literals and macros. `%{c}`, `%{r}` and `%{t}` are for explanations only
 * (section 7.2). Characters that no record may hold are not its concern.
 */
export function readMacroString(
  text: string,
  { from, to }: Span,
  problems: Problem[],
  isExplanation = false,
): MacroString & { tail: number } {
  const written = text.slice(from, to);
  const parts: (string | Macro)[] = [];
  let letters = "";
  let literal = "";
  let at = 0;
  let tail = 0;
  for (let percent = written.indexOf("%"); percent >= 0; percent = written.indexOf("%", at)) {
    literal += written.slice(at, percent);
    const next = written[percent + 1] ?? "";
    const close = next === "{" ? written.indexOf("}", percent) : percent + 1;
    at = tail = close < 0 ? written.length : close + 1;
    const span = { from: from + percent, to: from + at };
    if (close < 0) problems.push({ code: "macro-unclosed", ...span });
    else if (Object.hasOwn(RESOLVED, next)) literal += RESOLVED[next];
    else if (next === "{") {
      const macro = readMacro(text, span, problems, isExplanation);
      if (!macro) continue;
      if (literal !== "") parts.push(literal);
      parts.push(macro);
      letters += macro.letter;
      literal = "";
    } else {
      at = tail = percent + 1;
      problems.push({ code: "macro-percent", from: span.from, to: span.from + 1 });
    }
  }
  literal += written.slice(at);
  if (literal !== "") parts.push(literal);
  return { text: written, from, to, parts, letters, tail: from + tail };
}

/** Reads what stands in `%{…}`: a letter, digits, `r`, delimiters (macro-expand, RFC 7208 section 7.1). */
function readMacro(text: string, span: Span, problems: Problem[], isExplanation: boolean): Macro | null {
  const refuse = (code: Problem["code"]) => {
    problems.push({ code, ...span });
    return null;
  };
  const inner = text.slice(span.from + 2, span.to - 1);
  const letter = inner.slice(0, 1).toLowerCase();
  const isExpOnly = letter !== "" && EXP_LETTERS.includes(letter);
  if (letter === "" || !(isExpOnly || LETTERS.includes(letter))) return refuse("macro-letter");
  if (isExpOnly && !isExplanation) return refuse("macro-exp-only");
  const [, digits, reversed, delimiters] = /^.(\d*)(r?)([.\-+,/_=]*)$/i.exec(inner) ?? [];
  if (digits === undefined) return refuse("macro-transformer");
  if (/^0+$/.test(digits)) return refuse("macro-zero");
  return {
    letter,
    digits: digits === "" ? null : Number(digits),
    isReversed: reversed !== "",
    delimiters: delimiters!,
    isEscaped: inner[0] !== letter,
  };
}

/**
 * Reads a domain-spec (RFC 7208 section 7.1): a macro-string that ends in a macro, or in a dot, a label that may be a
 * top-level domain, and perhaps a dot. What its macros stand for is not looked at.
 */
export function readDomainSpec(text: string, span: Span, problems: Problem[]): MacroString {
  const { tail, ...spec } = readMacroString(text, span, problems);
  if (span.from >= span.to) problems.push({ code: "empty-domain", from: span.from - 1, to: span.to });
  else if (tail < span.to) checkDomainEnd(text, { from: tail, to: span.to }, tail > span.from, problems);
  return spec;
}

function checkDomainEnd(text: string, { from, to }: Span, isAfterMacro: boolean, problems: Problem[]): void {
  const end = text.charCodeAt(to - 1) === 46 ? to - 1 : to;
  const dot = text.slice(from, end).lastIndexOf(".");
  const label = { from: dot < 0 ? from : from + dot + 1, to: end };
  const written = text.slice(label.from, end);
  const isLabel = /^[a-z0-9]+(?:-[a-z0-9-]*[a-z0-9])?$/i.test(written) && !/^\d+$/.test(written);
  if (dot >= 0 && isLabel) return;
  if (/^\d+$/.test(written)) problems.push({ code: "numeric-toplabel", ...label });
  else if (!isLabel) problems.push({ code: "bad-toplabel", from: label.from, to });
  else problems.push({ code: isAfterMacro ? "bad-toplabel" : "single-label", from: label.from, to });
}
