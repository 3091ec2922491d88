import { expect, test, vi } from "vitest";
import { readRecordsAddress } from "@/components/records/address";
import { DatabaseFault } from "@/lib/db/faults";
import { openDesk } from "./desk";

const nothing = { resolve: () => ({ status: "void", reason: "nxdomain" }) };
vi.mock("../database", () => ({ ask: async () => new DatabaseFault("locked", "is locked") }));
vi.mock("../dns", () => ({ visitResolver: () => nothing, ownResolver: () => nothing }));
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
