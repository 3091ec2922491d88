import type { DualCidr, Problem, Span } from "./record";

const SLASH = 47;

const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * Where the prefix lengths at the end of an argument start: at the first slash of the digits and slashes that it ends
 * in; `to` where it has none. No domain-spec can end in these (RFC 7208 section 7.1), so nothing is ambiguous.
 */
export function startOfCidr(text: string, { from, to }: Span): number {
  let start = to;
  for (let at = to - 1; at >= from; at--) {
    const code = text.charCodeAt(at);
    if (code === SLASH) start = at;
    else if (!isDigit(code)) break;
  }
  return start;
}

/** Reads `/24`, `//64` or `/24//64` (dual-cidr-length, RFC 7208 section 5.3), or nothing. */
export function readDualCidr(text: string, span: Span, problems: Problem[]): DualCidr {
  const written = text.slice(span.from, span.to);
  const double = written.indexOf("//");
  const ip4End = double < 0 ? written.length : double;
  const cidr: DualCidr = { ip4: null, ip6: null };
  if (ip4End > 0) cidr.ip4 = readLength(text, { from: span.from, to: span.from + ip4End }, 1, 32, problems);
  if (double >= 0) cidr.ip6 = readLength(text, { from: span.from + double, to: span.to }, 2, 128, problems);
  return cidr;
}

/**
 * Reads one prefix length behind `slashes` slashes. Leading zeros are refused (RFC 7208 section 5.6; the suite's
 * cidr4-032), and so is a length beyond the address (`largest`).
 */
export function readLength(
  text: string,
  { from, to }: Span,
  slashes: number,
  largest: number,
  problems: Problem[],
): number {
  const digits = text.slice(from + slashes, to);
  if (!/^(?:0|[1-9]\d*)$/.test(digits)) {
    problems.push({ code: "cidr-syntax", from, to });
    return largest;
  }
  const length = digits.length > 3 ? Number.POSITIVE_INFINITY : Number(digits);
  if (length <= largest) return length;
  problems.push({ code: "cidr-range", from, to });
  return largest;
}
