import { decodeText } from "@/lib/mail/charset";

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["equals", "="],
  ["semi", ";"],
  ["commat", "@"],
  ["colon", ":"],
]);

/** Text without the HTML escapes that links and bounces gather on their way, those escaped twice included. */
export function unescapeHtml(text: string): string {
  if (!text.includes("&")) return text;
  return text
    .replace(/&(?:amp;){1,9}/gi, "&")
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
      if (name[0] !== "#") return ENTITIES.get(name.toLowerCase()) ?? whole;
      const isHex = /^#x/i.test(name);
      const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    });
}

/** Percent escapes as UTF-8, else as code page 949 or latin1; an escape that is not whole stays. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    let bytes = "";
    for (let i = 1; i < run.length; i += 3)
      bytes += String.fromCharCode(Number.parseInt(run.slice(i, i + 2), 16));
    return decodeText(bytes).text;
  });
}

/** Text as it stood before quoted-printable (RFC 2045 section 6.7); what is no escape stays. */
export function decodePrintable(text: string): string {
  return text
    .replace(/=[ \t]{0,20}\r?\n/g, "")
    .replace(/(?:=[0-9a-f]{2})+/gi, (run) => decodePercent(run.replaceAll("=", "%")));
}

/** Whether text ends within a percent escape. */
export function endsInEscape(text: string): boolean {
  return /%[0-9a-f]?$/i.test(text);
}

/** Whether text is or holds a macro or a variable that nobody expanded, outside quotes: `%{S}`, `%s`, `$sender_address`. */
export function holdsMacro(text: string): boolean {
  if (text.startsWith('"')) return false;
  return /%\{[a-z_]|^%[a-z](?:$|[^0-9a-z])|^\$\{|^\$[a-z_]{2}|^\{\d\}$/i.test(text);
}
