"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that stays the same, and does what the newest one does; for parts that are not to be drawn anew. */
export function useLatest<Args extends unknown[]>(newest: (...args: Args) => void): (...args: Args) => void {
  const held = useRef(newest);
  useLayoutEffect(() => {
    held.current = newest;
  });
  return useCallback((...args: Args) => held.current(...args), []);
}
