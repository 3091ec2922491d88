"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/** Not oftener than this, ms, however much mail comes. */
const PAUSE = 5000;

interface Texts {
  on: string;
  off: string;
  pause: string;
  resume: string;
  lost: string;
}

/** Shows the page anew as mail comes in, while one looks at it; can be paused. */
export function Live({ texts }: { texts: Texts }) {
  const router = useRouter();
  const [isOn, setIsOn] = useState(true);
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    let shown = Date.now();
    let due: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      due = undefined;
      shown = Date.now();
      router.refresh();
    };
    const events = new EventSource("/api/live");
    events.addEventListener("open", () => setIsLost(false));
    events.addEventListener("error", () => setIsLost(true));
    events.addEventListener("changed", () => {
      if (document.visibilityState === "hidden") return;
      due ??= setTimeout(show, Math.max(0, shown + PAUSE - Date.now()));
    });
    return () => {
      clearTimeout(due);
      events.close();
    };
  }, [isOn, router]);
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={isOn && isLost ? texts.lost : isOn ? texts.pause : texts.resume}
      onClick={() => setIsOn(!isOn)}
      className="flex items-center gap-1.5 rounded-md border border-line bg-panel px-2.5 py-1 hover:border-muted"
    >
      <span
        aria-hidden="true"
        className={`size-2 rounded-full ${isOn ? (isLost ? "bg-warn" : "bg-accent") : "border border-muted"}`}
      />
      {isOn ? texts.on : texts.off}
    </button>
  );
}
