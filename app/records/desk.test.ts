import { expect, test, vi } from "vitest";
import { readRecordsAddress } from "@/components/records/address";
import { DatabaseFault } from "@/lib/db/faults";
import { openDesk } from "./desk";

const RECORDS = ["v=spf1 ip4:192.0.2.1 ~all", "v=spf1 ip4:192.0.2.2 -all"];
const records = RECORDS.map((text) => ({ type: "TXT", strings: [text] }));
const several = { resolve: () => ({ status: "found", records }) };
vi.mock("../database", () => ({ ask: async () => new DatabaseFault("locked", "is locked") }));
vi.mock("../dns", () => ({ visitResolver: () => several, ownResolver: () => several }));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));

const opened = (view: string) =>
  openDesk(readRecordsAddress({ domain: "example.com", record: "v=spf1 -all", view }));

test.each(["traffic", "replay"])(
  "the %s of a domain is shown to nobody while the database cannot tell who asks",
  async (view) => {
    expect(await opened(view)).toBeInstanceOf(DatabaseFault);
  },
);

test("the public parts need no database", async () => {
  expect(await opened("tree")).toMatchObject({ person: null, draft: "v=spf1 -all", problem: null });
});

test("of several records what they say together is opened, as in the other parts and on the command line", async () => {
  const desk = await openDesk(readRecordsAddress({ domain: "example.com" }));
  expect(desk).toMatchObject({ draft: "v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 -all" });
});
