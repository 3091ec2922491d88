import { describe, expect, test } from "vitest";
import { databaseFault, shownUrl } from "./faults";

const SQLITE = "file:/srv/whyspf.db";
const POSTGRESQL = "postgresql://kim:s3cret@db.example/whyspf";
const failure = (code: string, message = "") => Object.assign(new Error(message), { code });

describe("what a driver throws", () => {
  test.each([
    [SQLITE, failure("SQLITE_BUSY"), "locked"],
    [SQLITE, failure("SQLITE_FULL", "database or disk is full"), "full"],
    [SQLITE, failure("ENOSPC"), "full"],
    [SQLITE, failure("SQLITE_READONLY_DBMOVED"), "readonly"],
    [SQLITE, failure("EROFS", "read-only file system"), "readonly"],
    [SQLITE, failure("SQLITE_NOTADB"), "corrupt"],
    [SQLITE, failure("EACCES", "permission denied"), "denied"],
    [
      SQLITE,
      new Error('ConnectionFailed("Unable to open connection to local database /srv/whyspf.db: 14")'),
      "denied",
    ],
    [SQLITE, failure("SQLITE_ERROR", "no such table: x"), "other"],
    [POSTGRESQL, failure("28P01", "password authentication failed"), "denied"],
    [POSTGRESQL, failure("3D000"), "denied"],
    [POSTGRESQL, failure("53100", "could not extend file"), "full"],
    [POSTGRESQL, failure("25006"), "readonly"],
    [POSTGRESQL, failure("55P03"), "locked"],
    [POSTGRESQL, failure("57P03", "the database system is starting up"), "unreachable"],
    [POSTGRESQL, failure("53300", "too many connections"), "unreachable"],
    [POSTGRESQL, failure("ECONNREFUSED"), "unreachable"],
    [POSTGRESQL, new Error("Connection terminated unexpectedly"), "unreachable"],
    [POSTGRESQL, failure("23505", "duplicate key: socket closed"), "other"],
    [POSTGRESQL, "text", "other"],
  ])("of %s, %s, is told as %s", (url, error, kind) => {
    const fault = databaseFault(url, error);
    expect(fault.kind).toBe(kind);
    expect(fault.message).toMatch(/^The database \S+ [^\n]+\.$/);
    expect(fault.message).not.toContain("s3cret");
  });

  test("is told once", () => {
    const fault = databaseFault(SQLITE, failure("SQLITE_BUSY"));
    expect(databaseFault(SQLITE, fault)).toBe(fault);
  });
});

test.each([
  ["postgresql://kim:a@b:c/d@db.example/whyspf", "postgresql://kim@db.example/whyspf"],
  [
    "postgres://kim@db.example/whyspf?password=x&sslmode=require",
    "postgres://kim@db.example/whyspf?sslmode=require",
  ],
  ["postgresql://db.example/whyspf?user=kim&password=x", "postgresql://db.example/whyspf?user=kim"],
  ["file:./data/whyspf.db", "file:./data/whyspf.db"],
])("%s is shown as %s", (url, shown) => {
  expect(shownUrl(url)).toBe(shown);
});
