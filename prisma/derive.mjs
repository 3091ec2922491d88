import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("schema.prisma", import.meta.url));
const TARGET = fileURLToPath(new URL("postgresql/schema.prisma", import.meta.url));

const CHANGES = [
  [
    "// The one schema written by hand. prisma/postgresql/schema.prisma is derived from it (cli/setup.mjs).",
    "// Derived from prisma/schema.prisma by prisma/derive.mjs: change that file.",
  ],
  ['provider     = "sqlite"', 'provider     = "postgresql"'],
  ['"../lib/db/generated/sqlite"', '"../../lib/db/generated/postgresql"'],
];

/** The PostgreSQL schema that says the same as the one written by hand. */
export function derive(schema) {
  return CHANGES.reduce((text, [from, to]) => text.replace(from, to), schema);
}

/** Writes the derived schema where it differs from what is there. */
export function deriveFile() {
  const derived = derive(readFileSync(SOURCE, "utf8"));
  if (readFileSync(TARGET, "utf8") !== derived) writeFileSync(TARGET, derived);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) deriveFile();
