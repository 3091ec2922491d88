import type { WhyRequest } from "./request";

/**
 * The link of our own that asks what `request` asks, `base` being the page's address: `base?scope=mfrom&id=…&ip=…`.
 * readWhyUrl reads the same request back.
 */
export function whyUrl(
  base: string,
  request: Pick<WhyRequest, "identity" | "sender" | "helo" | "ip" | "receiver">,
): string {
  const { identity, sender, helo, ip, receiver } = request;
  const id = sender === "" ? "<>" : (sender ?? (identity === "helo" ? helo : null));
  const isHeloSaid = helo !== null && id !== helo;
  const parameters: [string, string | null][] = [
    ["scope", identity === "helo" ? "helo" : "mfrom"],
    ["id", id],
    ["ip", ip],
    ["helo", isHeloSaid || (identity === "mailfrom" && helo !== null) ? helo : null],
    ["receiver", receiver],
  ];
  const query = parameters.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encode(value)}`]));
  return `${base}${base.includes("?") ? "&" : "?"}${query.join("&")}`;
}

/** Percent escapes of all but unreserved characters (RFC 3986 section 2.3); half a surrogate pair is U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
