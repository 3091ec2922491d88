import type { ReactNode } from "react";

/** A page that has one thing to say. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mx-auto mt-10 max-w-2xl space-y-4 rounded-lg border border-line bg-panel p-6 sm:p-8">
      <h1 className="text-xl font-semibold">{title}</h1>
      {children}
    </section>
  );
}
