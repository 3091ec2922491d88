"use client";

import { useLinkStatus } from "next/link";

/** A line under a link that was pressed, until its page is there. */
export function PendingLine() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`block h-0.5 rounded-full bg-current transition-opacity delay-150 motion-reduce:transition-none ${pending ? "opacity-60" : "opacity-0"}`}
    />
  );
}
