import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const PURE = ["lib/net", "lib/mail", "lib/spf", "lib/logs", "lib/why"];
const EDGE = ["lib/config", "lib/dns", "lib/demo", "lib/db"];
const DATA = ["lib/accounts", "lib/queries", "lib/store"];

/** What each folder may import, besides itself. */
const MAY_IMPORT: Record<string, string[]> = {
  "lib/net": [],
  "lib/mail": ["lib/net"],
  "lib/spf": ["lib/net", "lib/mail"],
  "lib/logs": ["lib/net", "lib/mail", "lib/spf"],
  "lib/why": ["lib/net", "lib/mail", "lib/spf"],
  "lib/config": PURE,
  "lib/dns": [...PURE, "lib/config"],
  "lib/demo": [...PURE, "lib/dns"],
  "lib/db": [...PURE, "lib/config"],
  "lib/store": [...PURE, ...EDGE],
  "lib/queries": [...PURE, ...EDGE, "lib/store"],
  "lib/accounts": [...PURE, ...EDGE, "lib/store"],
  ingest: [...PURE, ...EDGE, ...DATA],
  cli: [...PURE, ...EDGE, ...DATA, "ingest"],
  components: [...PURE, "lib/queries"],
  app: [...PURE, ...EDGE, ...DATA, "components"],
};

function* filesUnder(folder: string): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder))) {
    const path = `${folder}/${name}`;
    if (name === "generated" || name === "node_modules") continue;
    if (statSync(join(ROOT, path)).isDirectory()) yield* filesUnder(path);
    else if (/\.(ts|tsx|mjs)$/.test(name)) yield path;
  }
}

const files = ["lib", "ingest", "cli", "components", "app"].flatMap((folder) => [...filesUnder(folder)]);
const isTest = (path: string) => /\.(test|contract|fixture)\.tsx?$/.test(path);
const sources = files.filter((path) => !isTest(path));

function layerOf(path: string): string | null {
  return Object.keys(MAY_IMPORT).find((layer) => path.startsWith(`${layer}/`)) ?? null;
}

function importsOf(path: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"/gms);
  return [...found].flatMap(([, type, name]) => {
    const target = name!.startsWith("@/")
      ? name!.slice(2)
      : name!.startsWith(".")
        ? relative(ROOT, resolve(ROOT, dirname(path), name!))
        : null;
    return target === null ? [] : [{ target, typeOnly: type !== undefined }];
  });
}

test("every folder imports only what lies below it", () => {
  const wrong = sources.flatMap((path) => {
    const layer = layerOf(path);
    return importsOf(path)
      .filter(({ target, typeOnly }) => {
        if (layer === "components" && typeOnly) return false;
        const other = layerOf(target);
        return layer !== null && other !== null && other !== layer && !MAY_IMPORT[layer]!.includes(other);
      })
      .map(({ target }) => `${path} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("components take types and pure formatters only", () => {
  const isPure = (target: string): boolean => {
    const path = sources.find((known) => known.startsWith(`${target}.`));
    return (
      path !== undefined &&
      importsOf(path).every(
        ({ target: next }) => PURE.some((folder) => next.startsWith(folder)) || isPure(next),
      )
    );
  };
  const wrong = sources
    .filter((path) => path.startsWith("components/"))
    .flatMap((path) =>
      importsOf(path)
        .filter(({ target, typeOnly }) => target.startsWith("lib/") && !typeOnly && !isPure(target))
        .map(({ target }) => `${path}: ${target}`),
    );
  expect(wrong).toEqual([]);
});

test("the pure folders know nothing of Node but its bytes, and nothing of databases", () => {
  const wrong = sources
    .filter((path) => PURE.some((folder) => path.startsWith(folder)))
    .filter((path) =>
      /from "(?:node:|pg|libsql|next|react|@prisma)/.test(readFileSync(join(ROOT, path), "utf8")),
    );
  expect(wrong).toEqual([]);
});

test("the environment is read in lib/config only", () => {
  const wrong = sources.filter(
    (path) =>
      !path.startsWith("lib/config/") && readFileSync(join(ROOT, path), "utf8").includes("process.env"),
  );
  expect(wrong).toEqual([]);
});

test("the generated client is imported in lib/db only, Chart.js in components/charts only", () => {
  const text = (path: string) => readFileSync(join(ROOT, path), "utf8");
  expect(
    sources.filter((path) => !path.startsWith("lib/db/") && /from "[^"]*generated\//.test(text(path))),
  ).toEqual([]);
  expect(
    sources.filter(
      (path) =>
        !path.startsWith("components/charts/") && /from "(?:chart\.js|react-chartjs-2)/.test(text(path)),
    ),
  ).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const known = new Map(sources.map((path) => [path.replace(/\.(ts|tsx|mjs)$/, ""), path]));
  const edges = new Map(
    sources.map((path) => [
      path,
      importsOf(path)
        .filter(({ typeOnly }) => !typeOnly)
        .flatMap(({ target }) => known.get(target) ?? known.get(`${target}/index`) ?? []),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    else if (!done.has(path)) {
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of sources) visit(path, []);
  expect(cycles).toEqual([]);
});
