import { statSync } from "node:fs";
import { DatabaseFault } from "@/lib/db/faults";
import { logFiles } from "@/lib/store/log-files";
import { rotatedCopies } from "@/lib/store/rotated-copies";
import { Store } from "@/lib/store/store";
import { PositionTaken } from "./commit";
import { findLogFile } from "./identity";
import { importLogs, oldestFirst } from "./import-logs";
import { linkPending } from "./link-pending";
import { type ImportOptions, LogImport } from "./log-import";
import { RunMemory } from "./run-memory";
import { openSource, type Source, SourceFault } from "./source";

export interface FollowOptions extends ImportOptions {
  isStopped: () => boolean;
  /** Waits that many ms, or until asked to stop. */
  pause: (ms: number) => Promise<void>;
  /** One sentence when something goes wrong, and when it goes on. */
  say: (sentence: string) => void;
}

const TICK = 500;
const MAX_WAIT = 30_000;

/** Follows logs for ever, through rotation, truncation and faults of files and database. */
export async function followLogs(
  databaseUrl: string,
  paths: readonly string[],
  options: FollowOptions,
): Promise<void> {
  let wait = 1000;
  let told = "";
  while (!options.isStopped()) {
    let store: Store | null = null;
    try {
      store = await Store.open(databaseUrl);
      const follower = new Follower(store, paths, options, () => {
        if (told !== "") options.say("The database answers again; going on where reading stopped.");
        told = "";
        wait = 1000;
      });
      await follower.run();
    } catch (error) {
      if (!(error instanceof DatabaseFault) && !(error instanceof PositionTaken)) throw error;
      if (error instanceof DatabaseFault && error.message !== told) {
        told = error.message;
        options.say(told);
      }
      await options.pause(wait);
      wait = Math.min(wait * 2, MAX_WAIT);
    } finally {
      await store?.close().catch(() => {});
    }
  }
}

interface Followed {
  path: string;
  source: Source | null;
  log: LogImport | null;
  inode: number;
  told: string;
}

class Follower {
  private readonly memory = new RunMemory();
  private readonly files: Followed[];

  constructor(
    private readonly store: Store,
    paths: readonly string[],
    private readonly options: FollowOptions,
    private readonly onStored: () => void,
  ) {
    this.files = paths.map((path) => ({ path, source: null, log: null, inode: -1, told: "" }));
  }

  async run(): Promise<void> {
    try {
      for (const file of this.files) await this.catchUp(file.path);
      while (!this.options.isStopped()) {
        let added = 0;
        for (const file of this.files) added += await this.step(file);
        if (added > 0) await linkPending(this.store);
        this.onStored();
        await this.options.pause(TICK);
      }
    } finally {
      for (const file of this.files) file.source?.close();
    }
  }

  /** Reads to their end the rotated copies of a log that were being read before. */
  private async catchUp(path: string): Promise<void> {
    const rows = await logFiles(this.store.writer);
    const known: string[] = [];
    for (const sibling of rotatedCopies(path)) {
      try {
        const source = await openSource(sibling);
        if (await findLogFile(source, await source.head(), rows)) known.push(sibling);
        source.close();
      } catch (error) {
        if (!(error instanceof SourceFault)) throw error;
      }
    }
    if (known.length > 0) await importLogs(this.store, oldestFirst(known), this.options);
  }

  /** Reads what was added to one log, and moves to its successor when it was rotated; gives the number of lines. */
  private async step(file: Followed): Promise<number> {
    try {
      let lines = 0;
      if (file.log && (await file.log.isBegunAnew())) await this.abandon(file);
      else if (file.log && isMoved(file)) lines += await this.leave(file);
      if (!file.log) await this.enter(file);
      const before = file.log!.counts.lines;
      await file.log!.readAvailable();
      file.told = "";
      return lines + file.log!.counts.lines - before;
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      if (file.told !== error.message) this.options.say(error.message);
      file.told = error.message;
      this.close(file);
      return 0;
    }
  }

  private async enter(file: Followed): Promise<void> {
    const source = await openSource(file.path);
    file.inode = inodeOf(file.path);
    file.source = source;
    file.log = await LogImport.open(this.store, source, this.options, this.memory);
  }

  /** Reads the rest of a log that has gone elsewhere. */
  private async leave(file: Followed): Promise<number> {
    const log = file.log!;
    const before = log.counts.lines;
    await log.readAvailable();
    await log.finish();
    this.close(file);
    return log.counts.lines - before;
  }

  /** Lets go of a log that was cut in place; what it held beyond our reading is in its copy. */
  private async abandon(file: Followed): Promise<void> {
    this.close(file);
    await this.catchUp(file.path);
  }

  private close(file: Followed): void {
    file.source?.close();
    file.source = null;
    file.log = null;
  }
}

/** Another file bears the log's name now. */
function isMoved(file: Followed): boolean {
  const inode = inodeOf(file.path);
  return inode !== -1 && inode !== file.inode;
}

function inodeOf(path: string): number {
  try {
    return statSync(path).ino;
  } catch {
    return -1;
  }
}
