import type { VisiblePart } from "@/lib/mail/visible-text";

/** Text with what was hidden in it set apart from what was written. */
export function MarkedParts({ parts }: { parts: readonly VisiblePart[] }) {
  return parts.map((part, n) =>
    part.isMark ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <span key={n} className="text-warn">
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
}
