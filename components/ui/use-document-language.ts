"use client";

import { useSyncExternalStore } from "react";

/** The language of the page as the server chose it. */
export function useDocumentLanguage(): "ko" | "en" {
  return useSyncExternalStore(
    () => () => {},
    () => (document.documentElement.lang === "en" ? "en" : "ko"),
    () => "ko",
  );
}
