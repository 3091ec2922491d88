import { expect, test } from "vitest";
import { openReader } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import { fillStore } from "@/lib/store/filled.fixture";
import { recipient } from "@/lib/store/messages.fixture";
import { askReader } from "./ask";
import { ownDomains } from "./own-domains";

/** What the question for the site's own domains must answer, on every database. */
export function ownDomainsContract(newDatabase: () => Promise<string>): void {
  test("the domains that most mail is for come first, whoever sent it", async () => {
    const found = await ownOf([
      to("kim@Corp.example", "lee@corp.example", "root"),
      to("park@corp.example", "x@localhost"),
      to("park@branch.example", 'a"@"b@corp.example'),
      to("choi@branch.example", "@", "one@second.example"),
    ]);
    expect(found).toEqual(["corp.example", "branch.example", "second.example"]);
    expect(found.slice(0, 1)).toEqual(await ownOf([to("kim@corp.example"), to("x@y.example")], 1));
  });

  test("recipients that were refused, or that nothing reached, make no domain one's own", async () => {
    const refused = recipient({ address: "kim@elsewhere.example", action: "reject" });
    const failed = recipient({ address: "kim@invented.example", status: "failed" });
    const waiting = recipient({ address: "kim@dead.example", status: "deferred" });
    const many = Array.from({ length: 9 }, () => ({ recipients: [refused, failed, waiting] }));
    const rejected = { action: "reject" as const, recipients: [recipient({ address: "a@other.example" })] };
    expect(await ownOf([...many, rejected, to("kim@corp.example")])).toEqual(["corp.example"]);
  });

  test("mail that one's own users send makes no domain one's own, however much it is", async () => {
    const from = (domain: string, address: string) => ({ ...to(address), envelopeFrom: `kim@${domain}` });
    const outgoing = Array.from({ length: 30 }, () => from("corp.example", "friend@post.example"));
    const incoming = ["a.example", "b.example", "post.example"].map((one) => from(one, "kim@corp.example"));
    const internal = from("corp.example", "lee@corp.example");
    expect(await ownOf([...outgoing, ...incoming, internal])).toEqual(["corp.example"]);
  });

  test("nor do the reports that the server sends back", async () => {
    const report = { ...to("kim@sender.example"), clientIp: null, envelopeFrom: null };
    const empty = { ...report, envelopeFrom: "" };
    const bounce = { ...to("kim@corp.example"), envelopeFrom: "" };
    expect(await ownOf([report, report, empty, bounce])).toEqual(["corp.example"]);
  });

  test("the newest mail counts, in whatever order logs were read", async () => {
    const at = (time: number, address: string) => ({ ...to(address), time });
    const old = Array.from({ length: 5_001 }, () => at(1_000, "kim@former.example"));
    const now = Array.from({ length: 5_000 }, () => at(2_000, "kim@corp.example"));
    expect(await ownOf([...now, ...old])).toEqual(["corp.example"]);
  });

  async function ownOf(given: Partial<Message>[], limit = 10): Promise<string[]> {
    const url = await newDatabase();
    await fillStore(url, given);
    const reader = await openReader(url);
    const found = await ownDomains(askReader(reader), limit);
    await reader.$disconnect();
    return found;
  }
}

const to = (...addresses: string[]) => ({ recipients: addresses.map((address) => recipient({ address })) });
