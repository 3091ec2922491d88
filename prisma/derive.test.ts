import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// @ts-expect-error The module is plain JavaScript, since it runs before anything is installed.
import { derive } from "./derive.mjs";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

test("the committed PostgreSQL schema is the one derived from the schema written by hand", () => {
  expect(read("postgresql/schema.prisma")).toBe(derive(read("schema.prisma")));
});

test("only the head of the file differs", () => {
  const models = (text: string) => text.slice(text.indexOf("///"));
  expect(models(read("postgresql/schema.prisma"))).toBe(models(read("schema.prisma")));
  expect(read("postgresql/schema.prisma")).toContain('provider     = "postgresql"');
});
