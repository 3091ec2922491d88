import { expect, test } from "vitest";
import { openReader } from "@/lib/db/reader";
import { fillStore } from "@/lib/store/filled.fixture";
import { recipient } from "@/lib/store/messages.fixture";
import { askReader } from "./ask";
import { ownDomains } from "./own-domains";

/** What the question for the site's own domains must answer, on every database. */
export function ownDomainsContract(newDatabase: () => Promise<string>): void {
  test("the domains that most mail is for come first, whoever sent it", async () => {
    const url = await newDatabase();
    const to = (...addresses: string[]) => ({
      recipients: addresses.map((address) => recipient({ address })),
    });
    await fillStore(url, [
      to("kim@Corp.example", "lee@corp.example", "root"),
      to("park@branch.example", "x@localhost", 'a"@"b@corp.example'),
      to("choi@branch.example", "@", "one@second.example"),
    ]);
    const reader = await openReader(url);
    const ask = askReader(reader);
    expect(await ownDomains(ask, 10)).toEqual(["corp.example", "branch.example", "second.example"]);
    expect(await ownDomains(ask, 1)).toEqual(["corp.example"]);
    await reader.$disconnect();
  });
}
