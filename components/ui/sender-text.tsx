import { visibleParts, visibleText } from "./visible-text";

/** Text that a stranger wrote: isolated, with hidden characters visible, cut to one line with the whole in its title. */
export function SenderText({ text, className = "" }: { text: string; className?: string }) {
  return (
    <bdi className={`block truncate ${className}`} title={visibleText(text)}>
      {visibleParts(text).map((part, n) =>
        part.isMark ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <span key={n} className="text-warn">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
