/** Looks that several parts of the editor share; 44 px to touch on narrow pages. */
export const BUTTON =
  "inline-flex min-h-11 items-center justify-center gap-1.5 rounded-md border border-line bg-panel px-2.5 text-sm hover:border-muted disabled:cursor-default disabled:border-line disabled:opacity-45 sm:min-h-8";

export const FIELD =
  "min-h-11 w-full min-w-0 rounded-md border border-muted/60 bg-panel px-2 text-base aria-invalid:border-(--result-fail) disabled:opacity-60 sm:min-h-8 sm:text-sm";
