import type { ReactNode } from "react";

/** A page that is one small form. */
export function Card({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mx-auto mt-10 max-w-md space-y-5 rounded-lg border border-line bg-panel p-6 sm:p-8">
      <h1 className="text-xl font-semibold [overflow-wrap:anywhere]">{title}</h1>
      {children}
    </section>
  );
}

/** What makes another link to sign in. */
export const LINK_COMMAND = "npm run --silent whyspf -- user link NAME";
