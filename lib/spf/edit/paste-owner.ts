import { asciiDomain } from "../idn";

const NAME = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
const ORIGIN = /^\s*\$ORIGIN\s+(\S+)/i;
const OWNER =
  /^(\S+)\s+(?:\d+[smhdw]?\s+|(?:IN|CH|HS)\s+)*(?:TXT|SPF|SOA|NS|MX|A|AAAA|CNAME|SRV|CAA|PTR|TYPE\d+)\s/i;
const TOOL = /^(\S+)\s+(?:text\s*=|descriptive text)/i;
const LABEL =
  /^\s*(?:host|hostname|name|domain|호스트|호스트명|이름|도메인|도메인명)\s*[:=]\s*["']?([^\s"',]+)/i;
const ALONE = /^["']?([^\s"',:]+)["']?\s*[:,]?\s*$/;

/** Whom the lines of a text speak of, read one by one. */
export class PasteOwner {
  private origin: string | null = null;
  private owner: string | null = null;

  /** Takes in the next line, or the part of it before a record. */
  read(line: string): void {
    const head = line.slice(0, 600);
    const origin = ORIGIN.exec(head)?.[1];
    if (origin !== undefined) this.origin = domainOf(origin, null);
    const owner = (OWNER.exec(head) ?? TOOL.exec(head) ?? LABEL.exec(head))?.[1];
    if (owner !== undefined) this.owner = domainOf(owner, this.origin);
  }

  /** The domain of a record before which this stands on its line. */
  before(head: string): string | null {
    const alone = ALONE.exec(head.slice(0, 600).replace(/["'`\\]+\s*$/, ""))?.[1];
    return (alone === undefined ? null : domainOf(alone, null)) ?? this.owner ?? this.origin;
  }
}

/** The domain that a name is, relative to an origin where it ends without a dot; null for none. */
function domainOf(name: string, origin: string | null): string | null {
  if (name === "@") return origin;
  const isWhole = name.endsWith(".") || origin === null;
  const domain = asciiDomain(isWhole ? name.replace(/\.$/, "") : `${name}.${origin}`).toLowerCase();
  return NAME.test(domain) ? domain : null;
}
