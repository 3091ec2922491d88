"use client";

import { useEffect, useState } from "react";

/** Takes over what was typed into a field of the server's page before the scripts ran, which would put its text back. */
export function useEarlyText(id: string, text: string, take: (text: string) => void): void {
  // Only while React first goes over the page does the field still hold it.
  const [early] = useState(() => {
    if (typeof document === "undefined") return null;
    const field = document.getElementById(id);
    return field instanceof HTMLTextAreaElement ? field.value : null;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the scripts begin
  useEffect(() => {
    if (early !== null && early !== text) take(early);
  }, []);
}
