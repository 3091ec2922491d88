import { checkerGrammar } from "./checkers";
import type { Grammar } from "./fact";
import { isIgnoredProgram } from "./ignored-programs";
import { sendmail } from "./sendmail";

const SENDMAIL =
  /^(?:sendmail|sm-mta|sm-msp-queue|sm-acceptingconnections|sm-que|sendmail-in|sendmail-out|sendmail-client|Msp-queue)$/;

const ignore: Grammar = () => "ignored";
const unknown: Grammar = () => "unknown";
const known = new Map<string, Grammar>();

/** The grammar for lines of a program, by its syslog tag. */
export function grammarOf(program: string): Grammar {
  let grammar = known.get(program);
  if (grammar) return grammar;
  grammar = SENDMAIL.test(program)
    ? sendmail
    : (checkerGrammar(program) ?? (isIgnoredProgram(program) ? ignore : unknown));
  if (known.size > 1000) known.clear();
  known.set(program, grammar);
  return grammar;
}
