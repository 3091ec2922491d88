"use client";

import { type RefObject, useEffect, useState } from "react";
import { type Palette, paletteOf } from "./palette";

/** The palette of the theme at an element, anew when the device changes between light and dark; null before it is drawn. */
export function usePalette(element: RefObject<HTMLElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const read = () => element.current && setPalette(paletteOf(element.current));
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    read();
    dark.addEventListener("change", read);
    return () => dark.removeEventListener("change", read);
  }, [element]);
  return palette;
}
