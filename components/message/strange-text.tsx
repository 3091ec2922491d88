import { MarkedParts } from "@/components/ui/marked-parts";
import { visibleParts } from "@/lib/mail/visible-text";

/** So many characters at a time are within what visibleParts shows, however many code units they have. */
const PIECE = 150;

/** Text of strangers inside a sentence, or a whole log line: isolated, wrapped anywhere, with what is hidden made visible. */
export function StrangeText(props: { text: string; className?: string; keepsTabs?: boolean }) {
  const { text, className = "", keepsTabs = false } = props;
  const parts = piecesOf(text, keepsTabs).flatMap((piece) =>
    keepsTabs && piece === "\t" ? { text: piece, isMark: false } : visibleParts(piece),
  );
  return (
    <bdi className={`[overflow-wrap:anywhere] ${className}`}>
      <MarkedParts parts={parts} />
    </bdi>
  );
}

function piecesOf(text: string, keepsTabs: boolean): string[] {
  if (keepsTabs)
    return text.split(/(\t)/).flatMap((part) => (part === "\t" ? [part] : piecesOf(part, false)));
  const characters = [...text];
  const pieces: string[] = [];
  for (let from = 0; from < characters.length; from += PIECE) {
    pieces.push(characters.slice(from, from + PIECE).join(""));
  }
  return pieces;
}
