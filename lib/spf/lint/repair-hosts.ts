import { found } from "./finding";
import { isTerm } from "./is-term";
import type { Broken, Repair } from "./repairs";

const START = "^([-+~?]?(?:a|mx|ptr|include|exists|redirect|exp)[:=])";
const NAME = "((?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\\.)+[a-z]{2,}\\.?)";
const WEB = new RegExp(`${START}([a-z]{3,5}://)${NAME}((?::\\d{1,5})?(?:/.*)?)$`, "i");
const PORT = new RegExp(`${START}${NAME}(:\\d{1,5})((?:/.*)?)$`, "i");
/** Names and what belongs to them are looked at up to this length. */
const LONGEST = 500;

/** `include:https://spf.example.com/`: a web address where a name belongs; one that leads to a page is only explained. */
function webAddress({ term: { text, from, to } }: Broken) {
  const [, start, scheme, name, rest] = WEB.exec(text.slice(0, LONGEST)) ?? [];
  if (start === undefined || scheme === undefined || text.length > LONGEST) return null;
  const instead = `${start}${name}`;
  const span = { from: from + start.length, to };
  const isName = isTerm(instead) && (rest === "" || rest === "/");
  return [found("web-address", span, { instead }, isName ? { ...span, text: name! } : null)];
}

/** `a:mail.example.com:25`: a port behind a name. */
function port({ term: { text, from } }: Broken) {
  const [, start, name, written, prefix] = PORT.exec(text.slice(0, LONGEST)) ?? [];
  if (start === undefined || text.length > LONGEST) return null;
  const instead = `${start}${name}${prefix}`;
  if (!isTerm(instead)) return null;
  const at = from + start.length + name!.length;
  const span = { from: at, to: at + written!.length };
  return [found("port", span, { instead }, { ...span, text: "" })];
}

/** Repairs of names with what belongs to other kinds of addresses. */
export const HOST_REPAIRS: Repair[] = [webAddress, port];
