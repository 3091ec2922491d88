import { expect, test } from "vitest";
import { readSignedMessage, signedMessage } from "@/lib/accounts/why-links";
import { sealOf } from "./seal";

const SECRET = "secret";
const KEY = { host: "mx 1", queueId: "6AO/373" };
const { m, e, t } = signedMessage(SECRET, KEY, 3_600_000);
const QUERY = new URLSearchParams({ m, e, t }).toString();
const LINK = `/why?scope=mfrom&id=a%40b.example&ip=192.0.2.1&${QUERY}`;

test.each([
  LINK,
  `${LINK}.`,
  `${LINK})`,
  `${LINK}>`,
  `${LINK} for details`,
  `${LINK}%20for%20details`,
  LINK.replaceAll("&", ";"),
  LINK.replaceAll("&", "&amp;"),
  `/why?${QUERY}&id=a@b.example`,
])("%s keeps its seal", (link) => {
  expect(readSignedMessage(sealOf(link), SECRET, 0)).toEqual(KEY);
});

test.each(["/why", "/why?m=a/b", `/why?m=%ff&e=1&t=${"x".repeat(22)}`, `/why?m=a&e=1&t=${"x".repeat(21)}`])(
  "%s has none",
  (link) => {
    expect(sealOf(link)).toBeNull();
  },
);
