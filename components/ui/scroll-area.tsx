import type { ReactNode } from "react";

/** Holds what may be wider than the page, such as a table; can be scrolled with the keyboard. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable without a mouse
    // biome-ignore lint/a11y/useSemanticElements: a section inside a titled section would repeat its title
    <div role="region" aria-label={label} tabIndex={0} className="max-w-full overflow-x-auto">
      {children}
    </div>
  );
}
