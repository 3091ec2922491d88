import type { ReactNode } from "react";

/** One of the page's parts, which a link in the page may lead to. */
export function PagePart(props: { id: string; title: string; note?: string; children: ReactNode }) {
  const { id, title, note, children } = props;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="min-w-0 scroll-mt-4 space-y-4 rounded-lg border border-line bg-panel p-4 sm:p-6 print:border-0 print:px-0"
    >
      <div className="space-y-1">
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {title}
        </h2>
        {note !== undefined && <p className="text-sm text-muted">{note}</p>}
      </div>
      {children}
    </section>
  );
}

/** A titled piece of a part. */
export function Piece({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0 space-y-2 border-t border-line pt-4">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </div>
  );
}

/** Text to be copied, with what it is: one press selects all of it. */
export function Copyable(props: { label?: ReactNode; text: string; isProse?: boolean }) {
  const { label, text, isProse = false } = props;
  const font = isProse ? "font-sans" : "font-mono text-sm";
  return (
    <figure className="space-y-1">
      {label !== undefined && <figcaption className="text-sm">{label}</figcaption>}
      <pre
        className={`rounded border border-line bg-sunk px-3 py-2 whitespace-pre-wrap wrap-anywhere select-all ${font}`}
      >
        {isProse ? text : <Words text={text} />}
      </pre>
    </figure>
  );
}

/** Lines that break at their blanks; within a word, as behind the sign of `-all`, only where it fills a line by itself. */
function Words({ text }: { text: string }) {
  return text.split(/(\s+)/).map((piece, n) =>
    n % 2 === 1 || piece === "" ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text never move
      <span key={n} className="inline-block max-w-full">
        {piece}
      </span>
    ),
  );
}
