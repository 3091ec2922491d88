// Plain Node, since nothing is installed when it first runs. Does only what is out of date, and says what it did.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { env, execPath, exit, stderr, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { deriveFile } from "../prisma/derive.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMPS = join(ROOT, "dist", ".setup.json");
const CLIENTS = { sqlite: "prisma/schema.prisma", postgresql: "prisma/postgresql/schema.prisma" };
const UNBUILT = /^(generated|node_modules|fixtures)$|\.(test|contract|fixture)\.tsx?$/;

const ENVIRONMENT = {
  ...env,
  CHECKPOINT_DISABLE: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  // `generate` asks for the schema engine, a download, without ever starting it: any program will do.
  PRISMA_SCHEMA_ENGINE_BINARY: execPath,
};

const inRoot = (path) => join(ROOT, path);
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {});

/** What npm says it installed is what the lock file asks for; packages of other platforms aside. */
function isInstalled() {
  const wanted = readJson(inRoot("package-lock.json")).packages ?? {};
  const present = readJson(inRoot("node_modules/.package-lock.json")).packages ?? {};
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}

function* filesUnder(path) {
  if (!existsSync(inRoot(path))) return;
  if (!readdirable(path)) return yield path;
  for (const name of readdirSync(inRoot(path)).sort())
    if (!UNBUILT.test(name)) yield* filesUnder(`${path}/${name}`);
}

function readdirable(path) {
  try {
    readdirSync(inRoot(path));
    return true;
  } catch {
    return false;
  }
}

/** One hash over files and folders, tests left out. */
function hashOf(...paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((given) => [...filesUnder(given)])) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Runs a Node program of a package, or npm; its output is shown only when it fails. */
function run(program, ...args) {
  const npm = env.npm_execpath?.endsWith(".js") ? [execPath, env.npm_execpath] : ["npm"];
  const [file, ...first] = program === "npm" ? npm : [execPath, inRoot(program)];
  const done = spawnSync(file, [...first, ...args], {
    cwd: ROOT,
    env: ENVIRONMENT,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (done.status === 0) return;
  stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? `${done.error.message}\n` : ""}`);
  throw new Error(`${[program, ...args].join(" ")} failed`);
}

/**
 * Not `npm ci`: it refuses a lock file that does not name every other platform's packages, as one made behind a
 * partial mirror does. No package's install script is needed.
 */
function install() {
  run("npm", "install", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund");
}

function generate() {
  deriveFile();
  for (const schema of Object.values(CLIENTS))
    run("node_modules/prisma/build/index.js", "generate", "--schema", schema);
}

function buildPages() {
  if (!existsSync(inRoot("app"))) throw new Error("the folder app is missing: this checkout is not complete");
  run("node_modules/next/dist/bin/next", "build");
}

const PACKAGES = ["package-lock.json"];
const SCHEMA = ["prisma/schema.prisma", "prisma/derive.mjs"];
const PAGES = [
  "app",
  "components",
  "lib",
  "public",
  "messages",
  "i18n",
  "tsconfig.json",
  "postcss.config.mjs",
];
const CONFIGS = readdirSync(ROOT).filter((name) =>
  /^(next\.config|middleware|proxy|instrumentation)\b/.test(name),
);

/** In order; `of` are the files a step depends on, `makes` what it leaves behind. */
const STEPS = [
  {
    name: "database clients",
    of: [...PACKAGES, ...SCHEMA],
    makes: Object.keys(CLIENTS).map((name) => `lib/db/generated/${name}/client.ts`),
    work: generate,
  },
  {
    name: "command line",
    of: [...PACKAGES, ...SCHEMA, "cli", "ingest", "lib", "tsconfig.json"],
    makes: ["dist/whyspf.js", "dist/pages.js"],
    work: () => run("cli/build.mjs"),
  },
  {
    name: "pages",
    of: [...PACKAGES, ...SCHEMA, ...PAGES, ...CONFIGS],
    makes: [".next/BUILD_ID"],
    work: buildPages,
  },
];

function timed(name, work) {
  const start = Date.now();
  work();
  stdout.write(`${name}: ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}

function setUp() {
  if (!isInstalled()) timed("packages", install);
  const stamps = readJson(STAMPS);
  for (const { name, of, makes, work } of STEPS) {
    const hash = hashOf(...of);
    if (stamps[name] === hash && makes.every((path) => existsSync(inRoot(path)))) continue;
    timed(name, work);
    stamps[name] = hash;
    mkdirSync(dirname(STAMPS), { recursive: true });
    writeFileSync(STAMPS, JSON.stringify(stamps));
  }
}

try {
  setUp();
} catch (error) {
  stderr.write(`setup: ${error.message}.\n`);
  exit(1);
}
