import { selectRecords } from "../select-record";

/** The SPF records among TXT records that are given as their strings. */
export function spfTexts(txt: string[][]): string[] {
  return selectRecords(txt.map((strings) => ({ type: "TXT", strings })));
}

/** Whether two texts are the same record: spaces at the end mean nothing, and forms of DNS providers take them away. */
export function isSameText(text: string, other: string): boolean {
  return text.replace(/ +$/, "") === other.replace(/ +$/, "");
}
