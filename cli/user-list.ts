import { type ListedAccount, listAccounts } from "@/lib/accounts/accounts";
import type { PrismaClient } from "@/lib/db/reader";
import type { Call } from "./command";
import { OK } from "./fault";

/** `whyspf user list`: a table, or with --json an array of {name, role, created, lastUse, sessions, hasPassword}. */
export async function listUsers(
  { out }: Call,
  client: PrismaClient,
  { json }: { json?: boolean },
): Promise<number> {
  const accounts = await listAccounts(client, new Date());
  out.write(json ? `${JSON.stringify(accounts.map(plain))}\n` : table(accounts));
  return OK;
}

function plain({ name, role, createdAt, lastUse, sessions, hasPassword }: ListedAccount) {
  return { name, role, created: createdAt, lastUse, sessions, hasPassword };
}

function table(accounts: ListedAccount[]): string {
  if (accounts.length === 0) return "There is no account yet: whyspf user add NAME --role admin\n";
  const rows = [
    ["NAME", "ROLE", "PASSWORD", "SESSIONS", "LAST USE"],
    ...accounts.map(({ name, role, hasPassword, sessions, lastUse }) => [
      name,
      role,
      hasPassword ? "yes" : "no",
      String(sessions),
      lastUse === null ? "-" : lastUse.toLocaleDateString("sv"),
    ]),
  ];
  const widths = rows[0]!.map((_, n) => Math.max(...rows.map((row) => row[n]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, n) => cell.padEnd(widths[n]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
