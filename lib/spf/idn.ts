import { withoutRoot } from "./domain-name";

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const LARGEST = 0x7fffffff;
/** No label this long fits in 63 octets; encoding takes quadratic time. */
const LONGEST = 63;

/**
 * A domain with its U-labels as A-labels (RFC 8616 section 3; RFC 5890): compatibility forms and case are folded, the
 * dots of East Asian keyboards are dots. ASCII labels stay as they are. Labels too long for DNS stay too long.
 */
export function asciiDomain(domain: string): string {
  if (!/[^\x00-\x7f]/.test(domain)) return domain;
  return domain
    .normalize("NFKC")
    .replace(/[。．｡]/g, ".")
    .split(".")
    .map(asciiLabel)
    .join(".");
}

/** A domain as DNS is asked for it: in A-labels, and without the dot of the root. */
export function asciiName(domain: string): string {
  return withoutRoot(asciiDomain(domain));
}

function asciiLabel(label: string): string {
  if (!/[^\x00-\x7f]/.test(label)) return label;
  const folded = label.toLowerCase().normalize("NFC");
  if (folded.length > LONGEST) return "x".repeat(LONGEST + 1);
  return `xn--${punycode(Array.from(folded, (character) => character.codePointAt(0)!))}`;
}

/** Punycode of code points (RFC 3492 section 6.3). */
function punycode(points: number[]): string {
  const basic = points.filter((point) => point < 128);
  let output = String.fromCharCode(...basic);
  if (basic.length > 0) output += "-";
  let bias = 72;
  let delta = 0;
  let handled = basic.length;
  let next = 128;
  while (handled < points.length) {
    const smallest = points.reduce(
      (least, point) => (point >= next && point < least ? point : least),
      LARGEST,
    );
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const point of points) {
      if (point < next) delta++;
      if (point !== next) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    next++;
  }
  return output;
}

function variableLength(delta: number, bias: number): string {
  let output = "";
  let rest = delta;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (rest < threshold) return output + digit(rest);
    output += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

function digit(value: number): string {
  return String.fromCharCode(value < 26 ? value + 97 : value + 22);
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
