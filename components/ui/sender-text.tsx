import { visibleParts, visibleText } from "@/lib/mail/visible-text";
import { MarkedParts } from "./marked-parts";

/** Text that a stranger wrote: isolated, with hidden characters visible, cut to one or two lines with the whole in its title. */
export function SenderText(props: { text: string; lines?: 1 | 2; className?: string }) {
  const { text, lines = 1, className = "" } = props;
  const cut = lines === 1 ? "block truncate" : "line-clamp-2 [overflow-wrap:anywhere]";
  return (
    <bdi className={`${cut} ${className}`} title={visibleText(text)}>
      <MarkedParts parts={visibleParts(text)} />
    </bdi>
  );
}
