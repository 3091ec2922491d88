import type { SignedMessage } from "@/lib/accounts/why-links";
import { splitParameters } from "@/lib/why/parameters";

/** The parameters of a signed link, however it was mangled behind its last one; null where it has none. */
export function sealOf(target: string): SignedMessage | null {
  const given = new Map(splitParameters(target).map(({ name, value }) => [name, value]));
  const m = /^[^&;<>"\s]+/.exec(given.get("m") ?? "")?.[0];
  const e = /^[0-9a-z]+/.exec(given.get("e") ?? "")?.[0];
  const t = /^[\w-]{22}/.exec(given.get("t") ?? "")?.[0];
  if (m === undefined || e === undefined || t === undefined) return null;
  try {
    return { m: decodeURIComponent(m), e, t };
  } catch {
    return null;
  }
}
