"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ReplayProgress } from "@/lib/queries/replay-report";

const PAUSE = 1_000;

/** What the server says of a replay. */
interface Told {
  state: string;
  progress: ReplayProgress;
}

interface Props {
  /** Where the server tells how far it is. */
  path: string;
  first: Told;
  texts: { label: string; waiting: string; running: string; lost: string };
  language: string;
}

/** Shows how far a replay is, asking every second, and the page anew when it has ended. */
export function ReplayPoller({ path, first, texts, language }: Props) {
  const router = useRouter();
  const [told, setTold] = useState(first);
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    let due: ReturnType<typeof setTimeout>;
    const look = async () => {
      const now = await tell(path, stop.signal);
      if (stop.signal.aborted) return;
      setIsLost(now === null);
      if (now !== null && isOver(now)) return router.refresh();
      if (now !== null) setTold(now);
      due = setTimeout(look, PAUSE);
    };
    due = setTimeout(look, PAUSE);
    return () => {
      stop.abort();
      clearTimeout(due);
    };
  }, [path, router]);
  const { messages, total } = told.progress;
  const number = new Intl.NumberFormat(language);
  return (
    <div className="space-y-1.5">
      <progress
        aria-label={texts.label}
        max={total ?? undefined}
        value={total === null ? undefined : Math.min(messages, total)}
        className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-sunk [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-accent"
      />
      <p className="flex flex-wrap justify-between gap-x-4 text-muted">
        <span role="status">
          {isLost ? texts.lost : told.state === "waiting" ? texts.waiting : texts.running}
        </span>
        <span>
          {number.format(messages)}
          {total !== null && ` / ${number.format(total)}`}
        </span>
      </p>
    </div>
  );
}

/** Null where the server cannot be reached, or says something else. */
async function tell(path: string, signal: AbortSignal): Promise<Told | null> {
  try {
    const response = await fetch(path, { headers: { Accept: "application/json" }, signal });
    // One that the server does not know any more has ended too.
    if (response.status === 404) return { state: "lost", progress: { messages: 0, total: null, triples: 0 } };
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function isOver({ state }: Told): boolean {
  return state !== "waiting" && state !== "running";
}
