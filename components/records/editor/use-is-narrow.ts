"use client";

import { useSyncExternalStore } from "react";

/** Where pages have one column. */
const NARROW = "(width < 48rem)";

/** Whether the window is as narrow as a telephone's; not so in what the server renders. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}
