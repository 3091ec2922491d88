import { expect, test } from "vitest";
import { openReader } from "@/lib/db/reader";
import { message, recipient } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { askReader } from "./ask";
import { ownDomains } from "./own-domains";

/** What the question for the site's own domains must answer, on every database. */
export function ownDomainsContract(newDatabase: () => Promise<string>): void {
  test("the domains that most mail is for come first, whoever sent it", async () => {
    const url = await newDatabase();
    const store = await Store.open(url);
    const to = (queueId: string, ...addresses: string[]) =>
      message({ queueId, recipients: addresses.map((address) => recipient({ address })) });
    const messages = [
      to("1", "kim@Corp.example", "lee@corp.example", "root"),
      to("2", "park@branch.example", "x@localhost", 'a"@"b@corp.example'),
      to("3", "choi@branch.example", "@", "one@second.example"),
    ];
    await store.transaction(() =>
      store.save(messages.map((given) => ({ id: null, message: given, counted: null }))),
    );
    await store.close();
    const reader = await openReader(url);
    const ask = askReader(reader);
    expect(await ownDomains(ask, 10)).toEqual(["corp.example", "branch.example", "second.example"]);
    expect(await ownDomains(ask, 1)).toEqual(["corp.example"]);
    await reader.$disconnect();
  });
}
