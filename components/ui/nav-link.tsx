"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A way to a part of the site, marked where one is in it. */
export function NavLink({ path, children }: { path: string; children: ReactNode }) {
  const here = usePathname();
  const isHere = path === "/" ? here === "/" : here === path || here.startsWith(`${path}/`);
  return (
    <Link
      href={path}
      prefetch={false}
      aria-current={isHere ? "page" : undefined}
      className="block rounded-md px-2.5 py-1 text-sm text-muted hover:text-ink aria-[current]:bg-sunk aria-[current]:font-medium aria-[current]:text-ink"
    >
      {children}
    </Link>
  );
}
