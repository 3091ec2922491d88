import type { Grammar } from "./fact";
import { milterGreylist } from "./milter-greylist";
import { opendmarc } from "./opendmarc";
import { policydSpf, policydSpfPerl } from "./policyd-spf";
import { postfix } from "./postfix";
import { pyspfMilter } from "./pyspf-milter";
import { rspamd } from "./rspamd";
import { smfSpf } from "./smf-spf";
import { spfmilter } from "./spfmilter";

const GRAMMARS: Record<string, Grammar> = {
  spfmilter,
  "smf-spf": smfSpf,
  "pyspf-milter": pyspfMilter,
  "policyd-spf": policydSpf,
  "policy-spf": policydSpfPerl,
  "policyd-spf-perl": policydSpfPerl,
  "postfix-policyd-spf-perl": policydSpfPerl,
  opendmarc,
  "milter-greylist": milterGreylist,
  rspamd,
};

/** The grammar of a program that checks SPF, filters mail, or is part of Postfix, by its syslog tag; null for others. */
export function checkerGrammar(program: string): Grammar | null {
  const slash = program.lastIndexOf("/");
  const name = program.slice(slash + 1);
  if (Object.hasOwn(GRAMMARS, name)) return GRAMMARS[name]!;
  return program.startsWith("postfix") ? postfix(name) : null;
}
