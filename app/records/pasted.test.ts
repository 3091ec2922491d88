import { expect, test, vi } from "vitest";
import { readRecordsAddress } from "@/components/records/address";
import { pastedHref } from "./pasted";

const { whoIs } = vi.hoisted(() => ({ whoIs: vi.fn() }));
vi.mock("../signed-in", () => ({ whoIs }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-whyspf-client": "192.0.2.7" }) }));

const PASTED = 'example.com. IN TXT "v=spf1 -all"';
const READ = "/records?domain=example.com&record=v%3Dspf1+-all";
const opened = () => pastedHref(readRecordsAddress({}), PASTED);

test("a pasted text is read for a stranger so often, and for who is signed in always", async () => {
  whoIs.mockResolvedValue(null);
  const hrefs = [];
  for (let n = 0; n < 70; n++) hrefs.push(await opened());
  expect(hrefs.slice(0, 60)).toEqual(Array(60).fill(READ));
  expect(hrefs.slice(60)).toEqual(Array(10).fill(`/records?${new URLSearchParams({ record: PASTED })}`));
  whoIs.mockResolvedValue({ name: "kim" });
  expect(await opened()).toBe(READ);
});
