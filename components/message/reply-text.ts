/** A reply as it went over the wire; its text may already begin with the codes. Null where none is known. */
export function replyText(
  code: number | null,
  enhancedStatus: string | null,
  text: string | null,
): string | null {
  const said = text ?? "";
  const codes = [code === null ? "" : String(code), enhancedStatus ?? ""];
  const missing = codes.filter((part) => part !== "" && !said.startsWith(part));
  const reply = [...missing, said].join(" ").trim();
  return reply === "" ? null : reply;
}
