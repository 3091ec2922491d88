import { decodePrintable, endsInEscape, unescapeHtml } from "./escapes";
import { linkLineAt } from "./link-line";
import { fieldOf, type Parameter, splitParameters } from "./parameters";
import { problemOf, type WhyProblem, type WhyRequest } from "./request";
import { understand } from "./understand";
import { valuesOf } from "./values";
/** A request's target in its parts; `query` with or without its "?". */
export interface Target {
  path: string;
  query: string;
}

const LONGEST = 16_384;
/**
 * Reads a link to a why page, of any shape that SPF checkers have written since 2004, whole, as a path, or in parts;
 * total. What is missing or not understood is null and has a problem.
 */
export function readWhyUrl(target: string | Target): WhyRequest {
  const problems: WhyProblem[] = [];
  const whole = typeof target === "string" ? target : joined(target);
  if (whole.length > LONGEST) problems.push(problemOf("link", "too-long", whole));
  const text = unescapeHtml(
    whole
      .trim()
      .slice(0, LONGEST)
      .replace(/=\r?\n/g, softBreak),
  );
  const link = typeof target === "string" ? linkLineAt(text, 0).link : text;
  const { host, parameters } = takeApart(link);
  if (isCutOff(link, parameters)) problems.push(problemOf("link", "truncated", link.slice(-40)));
  return understand(valuesOf(parameters, host, problems), problems);
}

function joined({ path, query }: Target): string {
  return `${path}?${query.replace(/^\?/, "")}`;
}

/** The "=" of a soft line break goes with it; one that is a parameter's own stays. */
function softBreak(mark: string, at: number, text: string): string {
  const name = /[?&;/]([a-z-]{1,16})$/i.exec(text.slice(Math.max(0, at - 20), at))?.[1];
  if (name === undefined || fieldOf(name) === null) return "";
  const rest = /^[a-z-]{0,16}(?==)/i.exec(text.slice(at + mark.length, at + mark.length + 20))?.[0];
  return rest !== undefined && fieldOf(name + rest) !== null ? "" : mark;
}

function takeApart(link: string): { host: string | null; parameters: Parameter[] } {
  const plain = fromPrintable(link);
  const host = /^<?[a-z]{2,8}:\/\/(?:www\.)?([^/?#\s]{1,255})/i.exec(plain)?.[1] ?? null;
  const mark = /\?|%(?:25){0,2}3f(?=[a-z-]{1,16}%(?:25){0,2}3d)/i.exec(plain);
  const path = mark === null ? plain : plain.slice(0, mark.index);
  const query = mark === null ? "" : plain.slice(mark.index + mark[0].length);
  const inPath = /(?:^|\/)(?:why[^/;&]{0,8}[/;&]|(?=[a-z-]{1,16}(?:=|%3d)))(.*)$/is.exec(path)?.[1];
  return { host, parameters: [...splitParameters(inPath ?? ""), ...splitParameters(query)] };
}

/** Undoes quoted-printable where every parameter shows its mark. */
function fromPrintable(link: string): string {
  const names = [...link.matchAll(/[?&;/]([a-z-]{1,16})=(3d)?/gi)].filter(
    ([, name]) => fieldOf(name!) !== null,
  );
  return names.length > 0 && names.every(([, , mark]) => mark !== undefined) ? decodePrintable(link) : link;
}

function isCutOff(link: string, parameters: Parameter[]): boolean {
  if (endsInEscape(link)) return true;
  const last = parameters.at(-1)?.value ?? "";
  return last === "" ? /[=]$/.test(link) : /[&;](?:[a-z]{1,15})?$/i.test(last);
}
