import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("schema.prisma", import.meta.url));
const target = fileURLToPath(new URL("postgresql/schema.prisma", import.meta.url));

/** The PostgreSQL schema that says the same as the one written by hand. */
export function derive(schema) {
  return schema
    .replace("// The one schema written by hand. prisma/postgresql/schema.prisma is derived from it (cli/setup.mjs).", "// Derived from prisma/schema.prisma by prisma/derive.mjs: change that file.")
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../lib/db/generated/sqlite"', '"../../lib/db/generated/postgresql"');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, derive(readFileSync(source, "utf8")));
