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
const CANNOT_OPEN = "cannot be opened: check its path and its folder's owner";

type Table = [RegExp, DatabaseTrouble][];

const SQLITE: Table = [
  [/SQLITE_(BUSY|LOCKED)|database is locked/, "locked"],
  [/SQLITE_FULL|database or disk is full|ENOSPC|EDQUOT/, "full"],
  [/SQLITE_(READONLY|PERM)|readonly database|EROFS/, "readonly"],
  [/SQLITE_(CORRUPT|NOTADB)|malformed|not a database/, "corrupt"],
  [/SQLITE_CANTOPEN|[Uu]nable to open|EACCES|EPERM|ENOTDIR|EISDIR|ENOENT|EEXIST/, "denied"],
];

/** By SQLSTATE, where the server itself answers. */
const STATES: Table = [
  [/^(28|3D|42501)/, "denied"],
  [/^(53100|58030)/, "full"],
  [/^25006/, "readonly"],
  [/^(55P03|40P01)/, "locked"],
  [/^(57P0|08|53300)/, "unreachable"],
  [/^XX00[12]/, "corrupt"],
];

/** By what the driver or the system says of the connection. */
const CONNECTION: Table = [
  [/^E[A-Z]+$|E(CONN|NOTFOUND|NOENT|TIMEDOUT|HOSTUNREACH|PIPE|AI_AGAIN)/, "unreachable"],
  [/terminated|connection error|not queryable|timeout|socket|closed|ended/i, "unreachable"],
];

/** The database's URL as it may be shown: without a password. */
export function shownUrl(databaseUrl: string): string {
  const bare = databaseUrl.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):.*@/, "$1@");
  const [address, ...rest] = bare.split("?");
  const shown = rest
    .join("?")
    .split("&")
    .filter((parameter) => parameter !== "" && !/^(password|sslpassword)=/i.test(parameter));
  return shown.length === 0 ? address! : `${address}?${shown.join("&")}`;
}

function troubleOf(isFile: boolean, code: string, message: string): DatabaseTrouble {
  const isState = !isFile && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("E");
  const table = isFile ? SQLITE : isState ? STATES : CONNECTION;
  const texts = isState ? [code] : [code, message];
  return table.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1] ?? "other";
}

/** Turns whatever a driver throws into one sentence. */
export function databaseFault(databaseUrl: string, error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const isFile = databaseUrl.startsWith("file:");
  const { code = "", message = String(error) } = error as { code?: unknown; message?: string };
  const kind = troubleOf(isFile, String(code), message);
  const sentence = kind === "denied" && isFile ? CANNOT_OPEN : SENTENCES[kind];
  const detail = kind === "other" ? ` (${message.split("\n")[0]})` : "";
  return new DatabaseFault(kind, `The database ${shownUrl(databaseUrl)} ${sentence}${detail}.`, {
    cause: error,
  });
}
