import { canonicalIp } from "@/lib/net/ip";

/** The client as sendmail writes it at the end of a line: `H [IP]`, `[IP]`, `user@localhost`, `(may be forged)` after it. */
export function readRelay(
  text: string,
  from: number,
  to: number,
): { name: string | null; ip: string | null } {
  let end = to;
  if (text.endsWith(" (may be forged)") && end === text.length) end -= 16;
  if (text.charCodeAt(end - 1) !== 93) return { name: nameOf(text, from, end), ip: null };
  const open = text.lastIndexOf("[", end - 1);
  if (open < from) return { name: null, ip: null };
  const ip = canonicalIp(text.slice(open + 1, end - 1));
  return { name: open > from ? nameOf(text, from, open - 1) : null, ip };
}

function nameOf(text: string, from: number, to: number): string | null {
  const name = text.slice(from, Math.min(to, from + 255));
  const at = name.lastIndexOf("@");
  const host = at >= 0 ? name.slice(at + 1) : name;
  return host === "" || host.startsWith("[") ? null : host;
}
