import { dataVersion } from "@/lib/queries/data-version";
import { ask } from "./database";

const EVERY = 2000;

/** Whoever waits for new data in this process; one question to the database serves them all. */
class Changes {
  private readonly waiting = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private last: string | null = null;

  get size(): number {
    return this.waiting.size;
  }

  /** Calls back after each change until the function it gives is called. */
  listen(onChange: () => void): () => void {
    this.waiting.add(onChange);
    // What is stored from now on is a change.
    this.timer ??= setTimeout(this.look);
    return () => this.waiting.delete(onChange);
  }

  private readonly look = async (): Promise<void> => {
    const version = await ask(dataVersion).catch(() => null);
    // A database that is away changes nothing; once it is back, all is shown anew.
    const now = typeof version === "string" ? version : null;
    const isChanged = this.last !== null && now !== null && now !== this.last;
    this.last = now ?? "away";
    if (isChanged) for (const tell of this.waiting) tell();
    this.timer = this.waiting.size > 0 ? setTimeout(this.look, EVERY) : null;
    if (this.timer === null) this.last = null;
  };
}

// On globalThis, since the development server loads this file anew after each change.
const shared = globalThis as { whyspfChanges?: Changes };

export function changes(): Changes {
  shared.whyspfChanges ??= new Changes();
  return shared.whyspfChanges;
}
