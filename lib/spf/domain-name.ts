const DOT = 46;
const LONGEST_LABEL = 63;
const LONGEST_NAME = 253;

/** Whether DNS can be asked for a name: labels of 1 to 63 octets, 253 in all, any octet (RFC 1035 section 2.3.4). */
export function isDomainName(name: string): boolean {
  if (name.length === 0 || name.length > LONGEST_NAME) return false;
  let length = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code > 255) return false;
    if (code !== DOT) length++;
    else if (length === 0 || length > LONGEST_LABEL) return false;
    else length = 0;
  }
  return length > 0 && length <= LONGEST_LABEL;
}

/**
 * Whether check_host() may be asked about a domain: a name of several labels, no address literal (RFC 7208
 * section 4.3). Others have no record: "none".
 */
export function isCheckable(domain: string): boolean {
  return domain.includes(".") && domain.charCodeAt(0) !== 91 && isDomainName(domain);
}

/** A name without the dot of the root at its end. */
export function withoutRoot(name: string): string {
  return name.charCodeAt(name.length - 1) === DOT ? name.slice(0, -1) : name;
}

/** Takes labels off the left until 253 octets are left, as of an expanded target name (RFC 7208 section 7.3). */
export function truncated(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const dot = name.indexOf(".", name.length - LONGEST_NAME - 1);
  return dot < 0 ? name : name.slice(dot + 1);
}

/** Whether `name` is `domain` or lies below it, on the boundary of a label and in any case (RFC 7208 section 5.5). */
export function isUnder(name: string, domain: string): boolean {
  const [below, above] = [name.toLowerCase(), domain.toLowerCase()];
  return below === above || below.endsWith(`.${above}`);
}
