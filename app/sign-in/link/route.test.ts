import { expect, test } from "vitest";
import { POST } from "./route";

test.each([
  ["that may be one", "a".repeat(32), `/sign-in/${"a".repeat(32)}?problem=length`],
  ["of half a character at its end, once cut", `${"a".repeat(99)}😀`, "/sign-in/-?problem=length"],
  ["that is a path", "../account", "/sign-in/-?problem=length"],
  ["that is nothing", "", "/sign-in/-?problem=length"],
])("too short a password for a link %s leads back to its page", async (_, token, location) => {
  const body = new URLSearchParams({ token, password: "short" });
  const answer = await POST(new Request("http://x/sign-in/link", { method: "POST", body }));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, location]);
});
