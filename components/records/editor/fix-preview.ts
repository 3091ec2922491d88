import type { Fix } from "@/lib/spf/lint/finding";

/** The words that a fix touches, as they become; "" where they go. */
export function fixPreview(text: string, fix: Fix): string {
  let [from, to] = [fix.from, fix.to];
  while (from > 0 && text[from - 1] !== " ") from--;
  while (to < text.length && text[to] !== " ") to++;
  return (text.slice(from, fix.from) + fix.text + text.slice(fix.to, to)).replace(/\s+/g, " ").trim();
}
