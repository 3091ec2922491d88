/** How every implementation writes its link (docs: openspf.org's Why API and the sources of the checkers). */
export interface Template {
  name: string;
  /** The link for a sender, an address and a receiver, macros expanded as the checker does. */
  write(mail: { sender: string; ip: string; receiver: string }): string;
  /** Whether it says the receiver. */
  hasReceiver: boolean;
  /** It puts the sender in as it is. */
  isRaw?: true;
}

/** What a macro in upper case does: all but unreserved characters are escaped (RFC 7208 section 7.3). */
export function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

function template(name: string, text: string, isRaw?: true): Template {
  return {
    name,
    hasReceiver: text.includes("{R}"),
    write: ({ sender, ip, receiver }) =>
      text
        .replace("{S}", () => (isRaw ? sender : escaped(sender)))
        .replace("{C}", () => (isRaw ? ip : escaped(ip)))
        .replace("{I}", () => (ip.includes(":") ? nibbles(ip) : ip))
        .replace("{R}", () => receiver),
    ...(isRaw && { isRaw }),
  };
}

/** The macro %{i} of an IPv6 address that has all its groups but one gap. */
function nibbles(ip: string): string {
  const [head = "", tail = ""] = ip.split("::").map((part) =>
    part
      .split(":")
      .filter((group) => group !== "")
      .map((group) => group.padStart(4, "0"))
      .join(""),
  );
  return Array.from(head + "0".repeat(32 - head.length - tail.length) + tail)
    .join(".")
    .toUpperCase();
}

export const TEMPLATES: Template[] = [
  template("Mail::SPF::Query 1.997", "http://spf.pobox.com/why.html?sender={S}&ip={I}&receiver={R}"),
  template("libspf2 1.0", "http://spf.pobox.com/why.html?sender={S}&ip={C}&receiver={R}"),
  template("Mail::SPF::Query 1.999", "http://www.openspf.org/why.html?sender={S}&ip={I}&receiver={R}"),
  template("libspf2 1.2", "http://www.openspf.org/Why?id={S}&ip={C}&receiver={R} : Reason: mechanism"),
  template("Mail::SPF 2.002", "http://www.openspf.org/Why?id={S}&ip={I}&receiver={R}"),
  template("Mail::SPF 2.005", "http://www.openspf.org/Why?s=mfrom;id={S};ip={C};r={R}"),
  template("policyd-spf-perl", "http://www.openspf.net/Why?s=mfrom;id={S};ip={C};r={R}"),
  template("spf-engine", "http://www.openspf.net/Why?s=mfrom;id={S};ip={C};r={R}", true),
  template(
    "spf-engine, receiver hidden",
    "http://www.openspf.net/Why?s=mfrom;id={S};ip={C};r=<UNKNOWN>",
    true,
  ),
  template("Exim's ACL", "http://www.openspf.org/Why?scope=mfrom;identity={S};ip={C}", true),
  template("Exim's ACL, later", "http://www.open-spf.org/Why?scope=mfrom;identity={S};ip={C}", true),
  template("Exim 4.93", "http://www.open-spf.org/Why?id={S}&ip={C}&receiver={R}"),
  template("Haraka", "http://www.openspf.org/Why?s=mfrom&id={S}&ip={C}", true),
  template("smf-spf", "http://www.openspf.org/why.html?sender={S}&ip={C}&receiver={R}>", true),
  template("jSPF", "http://www.openspf.org/why.html?sender={S}&ip={I}"),
  template("pymilter", "http://openspf.org/why.html?sender={S}&ip={C}", true),
  template("SPFBL", "openspf.org/why.html?sender={S}&ip={C} for details.", true),
  template("SPFBL, later", "openspf.net/Why?s=mfrom;id={S};ip={C}", true),
  template("greyd", "http://www.openspf.org/Why?id={S}&ip={C}"),
  template("indimail", "http://www.open-spf.org/Why?v=1&s=mfrom&id={S}&ip={I}&receiver={R}"),
  template("RFC 7208's suite", "http://www.openspf.org/Why?s=mfrom&id={S}&ip={C}&r={R}"),
  template("Mail::SPF's manual", "http://www.b.example/why/id={S};ip={I};r={R}"),
  template("Mail::SPF's manual, older", "http://www.b.example/why/s={S};i={I};r={R}"),
  template("RFC 4408's example", "http://b.example/why.html?s={S}&i={I}"),
  template("ascha.org", "http://spf.example/?id={S}&ip={C}&v=1&s=mfrom&r={R}"),
  template("seen with pyspf", "http://www.open-spf.org/Why/?sender={S}&ip={C}"),
  template(
    "long names",
    "http://www.openspf.org/Why?versions=1,2&scope=mfrom&identity={S}&ip-address={C}&receiver={R}&show-form=0",
  ),
  template("path alone", "/why?id={S}&ip={C}&r={R}"),
  template("query alone", "?id={S}&ip={C}&r={R}"),
];
