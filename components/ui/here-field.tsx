"use client";

import { useEffect, useRef } from "react";

/**
 * Tells a form's server the page's own path, for browsers that send no referrer from it or cut a long one. The address
 * may have changed since the server said it: then that of the moment counts.
 */
export function HereField({ here }: { here: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current!;
    const note = () => {
      input.value = location.pathname + location.search;
    };
    input.form!.addEventListener("submit", note);
    return () => input.form?.removeEventListener("submit", note);
  }, []);
  return <input ref={field} type="hidden" name="here" defaultValue={here} />;
}
