import { setImmediate as nextTurn } from "node:timers/promises";

/** How long a process works before others have their turn, ms. */
const WORK = 10;

/** Lets the event loop go round where work has lasted, so that a long piece of it delays nobody else. */
export class Breather {
  private since = performance.now();

  constructor(private readonly signal: AbortSignal | undefined) {}

  /** Pauses if it is time to. Throws if aborted. */
  async ifDue(): Promise<void> {
    if (performance.now() - this.since >= WORK) await this.pause();
  }

  /** Pauses. Throws if aborted. */
  async pause(): Promise<void> {
    await nextTurn();
    this.signal?.throwIfAborted();
    this.since = performance.now();
  }
}
