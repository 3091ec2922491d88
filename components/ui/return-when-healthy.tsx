"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const PAUSE = 5000;

/** Asks whether the database answers again, and then shows the page anew. */
export function ReturnWhenHealthy() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
      if (answer?.ok) router.refresh();
    }, PAUSE);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
