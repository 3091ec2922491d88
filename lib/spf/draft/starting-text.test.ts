import { expect, test } from "vitest";
import { startingText } from "./starting-text";

test.each([
  ["nothing published", [], ""],
  ["one record, as it stands", ["v=spf1  mx -ALL"], "v=spf1  mx -ALL"],
  [
    "several records, together",
    ["v=spf1 ip4:192.0.2.1 ~all", "v=spf1 ip4:192.0.2.2 -all"],
    "v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 -all",
  ],
  [
    "the first of several that cannot be merged",
    ["v=spf1 redirect=a.example", "v=spf1 redirect=b.example"],
    "v=spf1 redirect=a.example",
  ],
])("a draft begins with %s", (_, published, expected) => expect(startingText(published)).toBe(expected));
