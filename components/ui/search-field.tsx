"use client";

import { useEffect, useRef } from "react";

/** Finds a queue id, address, network or domain; a slash leads to it from anywhere on the page. */
export function SearchField({
  label,
  placeholder,
  hint,
}: {
  label: string;
  placeholder: string;
  hint: string;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <search className="min-w-40 flex-1 sm:max-w-72">
      <form method="get" action="/search">
        <input
          ref={field}
          type="search"
          name="q"
          maxLength={255}
          aria-label={label}
          aria-keyshortcuts="/"
          placeholder={placeholder}
          title={hint}
          autoComplete="off"
          spellCheck={false}
          className="w-full rounded-md border border-line bg-ground px-2.5 py-1 text-sm placeholder:text-muted"
        />
      </form>
    </search>
  );
}
