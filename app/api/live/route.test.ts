import { afterEach, expect, test, vi } from "vitest";
import { changes } from "@/app/changes";
import { GET, HEAD } from "./route";

vi.mock("@/app/signed-in", () => ({ refuseStrangers: async () => null }));
vi.mock("@/lib/queries/data-version", () => ({ dataVersion: async () => "1" }));

const visits: AbortController[] = [];
afterEach(() => {
  for (const visit of visits.splice(0)) visit.abort();
});

function visit(): { request: Request; leave: () => void } {
  const controller = new AbortController();
  visits.push(controller);
  const request = new Request("http://x/api/live", { signal: controller.signal });
  return { request, leave: () => controller.abort() };
}

test("a stream is waited for as long as its reader stays", async () => {
  const { request, leave } = visit();
  await GET(request);
  expect(changes().size).toBe(1);
  leave();
  expect(changes().size).toBe(0);
});

test("a reader who left before the stream began leaves none behind", async () => {
  const { request, leave } = visit();
  leave();
  const text = await (await GET(request)).text();
  expect([text, changes().size]).toEqual(["retry: 3000\n\n", 0]);
});

test("asking for the headers opens no stream", async () => {
  const answer = await HEAD();
  expect([answer.body, answer.headers.get("content-type"), changes().size]).toEqual([
    null,
    "text/event-stream",
    0,
  ]);
});
