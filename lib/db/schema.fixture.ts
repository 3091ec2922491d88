import { readFileSync } from "node:fs";
import type { Writer } from "./writer";

interface Model {
  table: string;
  columns: { name: string; type: string; required: boolean }[];
  indexes: string[];
}

const TYPES = {
  sqlite: { Int: "INTEGER", BigInt: "BIGINT", String: "TEXT", Boolean: "BOOLEAN", DateTime: "DATETIME" },
  postgresql: {
    Int: "INTEGER",
    BigInt: "BIGINT",
    String: "TEXT",
    Boolean: "BOOLEAN",
    DateTime: "TIMESTAMP WITHOUT TIME ZONE",
  },
} as const;

/** What prisma/schema.prisma asks of a database. */
export function modelsOf(provider: Writer["provider"]): Model[] {
  const schema = readFileSync(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");
  return [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, table, body]) =>
    modelOf(provider, table!, body!),
  );
}

function modelOf(provider: Writer["provider"], table: string, body: string): Model {
  const types: Record<string, string> = TYPES[provider];
  const model: Model = { table, columns: [], indexes: [] };
  for (const line of body.split("\n").map((text) => text.trim())) {
    const [, block, names] = /^@@(unique|index)\(\[(.*)\]/.exec(line) ?? [];
    if (block)
      model.indexes.push([table, ...names!.split(", "), block === "unique" ? "key" : "idx"].join("_"));
    const [, name, type, optional, rest] = /^(\w+)\s+(\w+)(\??)(?:\s+(.*))?$/.exec(line) ?? [];
    if (!name || !types[type!]) continue;
    model.columns.push({ name, type: types[type!]!, required: optional === "" });
    if (rest?.includes("@unique")) model.indexes.push(`${table}_${name}_key`);
  }
  return model;
}
