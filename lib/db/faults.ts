/** What is wrong with the database. */
export type DatabaseTrouble =
  | "locked"
  | "full"
  | "readonly"
  | "newer"
  | "unreachable"
  | "corrupt"
  | "denied"
  | "other";

/** The database cannot do its work; the message is one sentence: what, where, what to do. */
export class DatabaseFault extends Error {
  constructor(
    readonly kind: DatabaseTrouble,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

const SENTENCES: Record<DatabaseTrouble, string> = {
  locked: "is locked by another program: stop what else writes to it, or wait",
  full: "cannot grow, the disk is full: free some space",
  readonly: "may not be written by this user: change its owner, or run whyspf as that user",
  newer: "was made by a newer whyspf: update this one",
  unreachable: "does not answer: start it, or correct DATABASE_URL",
  corrupt: "is damaged or no database: restore a backup, or move it away and import the logs again",
  denied: "refuses this user or database name: correct DATABASE_URL",
  other: "failed",
};

/** The database's URL as it may be shown: without a password. */
export function shownUrl(databaseUrl: string): string {
  return databaseUrl.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):.*@/, "$1@").replace(/[?&](?:password|sslkey)=[^&]*/gi, "");
}

const SQLITE: [RegExp, DatabaseTrouble][] = [
  [/SQLITE_(BUSY|LOCKED)|database is locked/, "locked"],
  [/SQLITE_FULL|database or disk is full/, "full"],
  [/SQLITE_(READONLY|PERM)|readonly database|EROFS/, "readonly"],
  [/SQLITE_(CORRUPT|NOTADB)|malformed|not a database/, "corrupt"],
  [/SQLITE_CANTOPEN|unable to open|EACCES|EPERM|ENOTDIR|EISDIR/, "denied"],
  [/ENOSPC/, "full"],
];

const POSTGRESQL: [RegExp, DatabaseTrouble][] = [
  [/^(28|3D)/, "denied"],
  [/^42501/, "denied"],
  [/^53100/, "full"],
  [/^25006/, "readonly"],
  [/^55P03|^40P01/, "locked"],
  [/^(57P0|08|53300)/, "unreachable"],
  [/ECONNREFUSED|ECONNRESET|ENOTFOUND|ENOENT|ETIMEDOUT|EHOSTUNREACH|EPIPE|EAI_AGAIN/, "unreachable"],
  [/Connection terminated|connection error|not queryable|timeout exceeded|socket|closed/i, "unreachable"],
];

/** Turns whatever a driver throws into one sentence. */
export function databaseFault(databaseUrl: string, error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  const table = databaseUrl.startsWith("file:") ? SQLITE : POSTGRESQL;
  const found = table.find(([pattern]) => pattern.test(String(code)) || pattern.test(message));
  const kind = found?.[1] ?? "other";
  const detail = kind === "other" ? ` (${message.split("\n")[0]})` : "";
  const denied = kind === "denied" && databaseUrl.startsWith("file:") ? "cannot be opened: check its path and its folder's owner" : null;
  return new DatabaseFault(kind, `The database ${shownUrl(databaseUrl)} ${denied ?? SENTENCES[kind]}${detail}.`, { cause: error });
}
