import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type CheckResult, checkHost, mailfromRequest } from "./check-host";
import { anyAsked } from "./differential.fixture";
import { atLimits } from "./differential-limits.fixture";
import { DIVERGENCES, type Disagreement } from "./divergence.fixture";
import { unfollowedRedirects } from "./divergence-evidence.fixture";
import { askedOf, EXAMPLES } from "./divergence-examples.fixture";
import { type Asked, startPyspf, whyNoPyspf } from "./pyspf.fixture";
import { SPF_RESULTS } from "./result";
import { zoneResolver } from "./zone.fixture";

/** How many checks each test compares. */
const RUNS = Number(process.env.WHYSPF_DIFFERENTIAL_RUNS ?? 8_000);

const absent = whyNoPyspf();
const pyspf = absent === null ? startPyspf() : null;
afterAll(() => pyspf?.stop());

function check({ zone, ip, sender, helo }: Asked): CheckResult {
  const request = mailfromRequest({ ip, envelopeFrom: sender, helo, receiver: "receiver.example" });
  const result = checkHost(request, zoneResolver(zone), { clock: () => 1_700_000_000_000, trace: true });
  if (result instanceof Promise) throw new Error("a zone answers at once");
  return result;
}

async function compare(asked: Asked): Promise<Disagreement> {
  return { asked, ours: check(asked), theirs: await pyspf!.ask(asked) };
}

/** What the two do not agree on, in words; null if they agree. */
function difference({ ours, theirs }: Disagreement): string | null {
  if (ours.result !== theirs.result)
    return `whyspf: ${ours.result} (${ours.reason}), pyspf: ${theirs.result} (${theirs.problem})`;
  if (ours.explanation !== theirs.explanation)
    return `explanation: ${JSON.stringify(ours.explanation)}, pyspf: ${JSON.stringify(theirs.explanation)}`;
  const isWhole = ours.result !== "permerror" && ours.result !== "temperror";
  if (isWhole && theirs.lookups - unfollowedRedirects(ours) !== ours.lookups)
    return `lookups: ${ours.lookups}, pyspf: ${theirs.lookups}, redirects counted and not followed: ${unfollowedRedirects(ours)}`;
  return null;
}

function reasonOf(one: Disagreement): string | undefined {
  return DIVERGENCES.find(({ explains }) => explains(one))?.id;
}

function caseText({ zone, ...mail }: Asked): string {
  const names = [...zone].map(([name, entry]) => `  ${name}: ${JSON.stringify(entry)}`);
  return [JSON.stringify(mail), ...names].join("\n");
}

async function compareMany(arbitrary: fc.Arbitrary<Asked>) {
  const counts: Record<string, number> = {};
  const results = new Set<string>();
  await fc.assert(
    fc.asyncProperty(arbitrary, async (asked) => {
      const one = await compare(asked);
      const differs = difference(one);
      const reason = differs === null ? "agreed" : reasonOf(one);
      if (reason === undefined) throw new Error(`${differs}\n${caseText(asked)}`);
      counts[reason] = (counts[reason] ?? 0) + 1;
      results.add(one.ours.result);
    }),
    { numRuns: RUNS },
  );
  return { counts, results: [...results].sort() };
}

function outcome({ result, explanation }: { result: string; explanation: string | null }): string {
  return explanation === null ? result : `${result}: ${explanation}`;
}

test("every divergence has an example and is written down", () => {
  const docs = join(import.meta.dirname, "../../docs");
  const texts = readdirSync(docs)
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(docs, name), "utf8"));
  for (const { id } of DIVERGENCES) {
    expect(EXAMPLES.map((example) => example.id)).toContain(id);
    expect(texts.some((text) => text.includes(`\`${id}\``))).toBe(true);
  }
});

if (pyspf === null)
  test("pyspf is not on this machine", () => {
    console.info(`skipped: ${absent}`);
    expect(absent).toMatch(/python3-spf/);
  });
else {
  for (const [index, example] of EXAMPLES.entries())
    test(`example ${index + 1}, ${example.id}: whyspf says ${example.whyspf}, pyspf ${example.pyspf}`, async () => {
      const one = await compare(askedOf(example));
      expect({ whyspf: outcome(one.ours), pyspf: outcome(one.theirs) }).toEqual({
        whyspf: example.whyspf,
        pyspf: example.pyspf,
      });
      expect(DIVERGENCES.find(({ id }) => id === example.id)?.explains(one)).toBe(true);
    });

  test("whyspf and pyspf agree on any record, or differ in a known way", async () => {
    const { counts, results } = await compareMany(anyAsked);
    console.info(counts);
    expect(results).toEqual([...SPF_RESULTS].sort());
    expect(counts.agreed).toBeGreaterThan(RUNS / 2);
  });

  test("whyspf and pyspf agree at the limits, or differ in a known way", async () => {
    const { counts } = await compareMany(atLimits);
    console.info(counts);
    expect(counts.agreed).toBeGreaterThan(RUNS / 2);
  });
}
