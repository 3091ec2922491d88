import { decodePercent, endsInEscape } from "./escapes";
import type { Parameter, ParameterField } from "./parameters";
import { problemOf, type WhyField, type WhyProblem } from "./request";
import { readScope } from "./scope";

const FIELD_NAMES: Partial<Record<ParameterField, WhyField>> = {
  id: "sender",
  ip: "ip",
  helo: "helo",
  receiver: "receiver",
  scope: "identity",
};

/** What a link gives, by field. */
export type Values = Map<ParameterField, Value>;

/** A value as it reads, and whether the link may be cut within it. */
export interface Value {
  text: string;
  isCut: boolean;
}

/**
 * The first value that says something, of each field; another that differs is a problem. `host` is the link's own.
 */
export function valuesOf(parameters: Parameter[], host: string | null, problems: WhyProblem[]): Values {
  const values: Values = new Map();
  const hasId = parameters.some(({ field, value }) => field === "id" && readScope(value) === null);
  for (const parameter of parameters) {
    const value = readValue(parameter);
    const field = meaning(parameter.field, value.text, hasId);
    if (value.text === "" || field === "other") continue;
    const first = values.get(field);
    const named = FIELD_NAMES[field];
    if (first === undefined) values.set(field, value);
    else if (first.text !== value.text && named !== undefined)
      problems.push(problemOf(named, "repeated", value.text));
  }
  const id = values.get("id") ?? inTwo(values, host);
  return id === undefined ? values : values.set("id", id);
}

/** `s` is the scope, but the sender in the templates of senders' own explanations; `identity` may be a scope's name. */
function meaning(field: ParameterField, text: string, hasId: boolean): ParameterField {
  if (field === "scope" && !hasId && /[@.]|<>|%\{s/i.test(text)) return "id";
  return field === "id" && readScope(text) !== null ? "scope" : field;
}

function readValue({ field, value, isLast }: Parameter): Value {
  // sendmail's log doubles "%".
  let text = decodePercent(withoutBlank(field, value, isLast).replaceAll("%%", "%"));
  for (let i = 0; i < 2 && isEncoded(field, text); i++) text = decodePercent(text);
  if (field === "ip" || field === "helo" || field === "receiver") text = text.replaceAll("+", " ");
  return { text: text.trim(), isCut: isLast || endsInEscape(value) };
}

/** A "+" behind a domain stands for a blank; one that ends a local part which is cut is its own. */
function withoutBlank(field: ParameterField, value: string, isLast: boolean): string {
  const endsInDomain = field === "domain" || (field === "id" && (!isLast || /@|%(?:25){0,2}40/.test(value)));
  return endsInDomain ? value.replace(/\+{1,9}$/, "") : value;
}

function isEncoded(field: ParameterField, text: string): boolean {
  return field === "id" ? !text.includes("@") && /%(?:40|25|3c|2e)/i.test(text) : /%[0-9a-f]{2}/i.test(text);
}

/** An address in two, its domain perhaps the one that the link itself leads to. */
function inTwo(values: Values, host: string | null): Value | undefined {
  const [local, domain] = [values.get("local"), values.get("domain")?.text ?? host];
  if (local === undefined) return values.get("domain");
  return { text: domain === null ? local.text : `${local.text}@${domain}`, isCut: false };
}
