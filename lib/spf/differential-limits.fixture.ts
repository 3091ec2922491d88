import fc from "fast-check";
import type { Asked } from "./pyspf.fixture";
import { zoneOf } from "./zone.fixture";

/** The names below which the names of the two clients are found. */
const REVERSE = [
  "1.2.0.192.in-addr.arpa",
  "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
];

/** Repeats a term as often as said, each time for a name of its own, all of which have an address or none. */
function times(count: number, term: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => term(index));
}

/**
 * A check at the edges of section 4.6.4: around ten lookups, spread over an include or behind a redirect, two or three
 * void ones, ten or eleven names of an mx or of the client, decided by the last term or not.
 */
export const atLimits: fc.Arbitrary<Asked> = fc
  .record({
    ip: fc.constantFrom("192.0.2.1", "2001:db8::1", "::ffff:192.0.2.1"),
    lookups: fc.integer({ min: 5, max: 11 }),
    within: fc.integer({ min: 0, max: 4 }),
    voids: fc.integer({ min: 0, max: 4 }),
    voidTerm: fc.constantFrom("a:", "exists:", "mx:", "ptr:", "include:", "redirect="),
    exchangers: fc.constantFrom(0, 1, 9, 10, 11),
    names: fc.constantFrom(0, 1, 10, 11),
    stranger: fc.constantFrom("other0", "other0", "gone"),
    last: fc.constantFrom(
      "a:hit.example",
      "mx:many.example",
      "ptr:d.example",
      "all",
      "exists:hit.example",
      "redirect=hit.example",
    ),
    isHelo: fc.boolean(),
  })
  .map(({ ip, lookups, within, voids, voidTerm, exchangers, names, stranger, last, isHelo }) => {
    const isTerm = voidTerm === "a:" || voidTerm === "exists:" || voidTerm === "mx:";
    const missing = times(isTerm ? voids : 0, (index) => `${voidTerm}gone${index}.example`);
    const terms = times(Math.max(0, lookups - missing.length), (index) => `a:other${index % 3}.example`);
    const inner = times(within, (index) => `a:other${index % 3}.example`);
    const end = voidTerm === "redirect=" && voids > 0 ? ["redirect=gone.example"] : ["-all"];
    const zone = zoneOf({
      "d.example": [
        `TXT v=spf1 ${[...missing, ...terms, "include:inner.example", last, ...end].join(" ")}`,
        "A 192.0.2.77",
      ],
      "inner.example": [
        `TXT v=spf1 ${inner.join(" ")} ${voidTerm === "include:" && voids > 2 ? "include:gone.example" : ""} ?all`,
      ],
      "hit.example": ["TXT v=spf1 a -all", "A 192.0.2.1", "AAAA 2001:db8::1"],
      ...Object.fromEntries(
        times(3, (index) => `other${index}.example`).map((name) => [
          name,
          ["A 203.0.113.9", "AAAA 2001:db8::9"],
        ]),
      ),
      "many.example": times(
        exchangers,
        (index) => `MX ${index} ${index === exchangers - 1 ? "hit" : stranger}.example`,
      ),
      ...Object.fromEntries(
        REVERSE.map((name) => [
          name,
          times(names, (index) => `PTR ${index === names - 1 ? "in.d" : stranger}.example`),
        ]),
      ),
      "in.d.example": ["A 192.0.2.1", "AAAA 2001:db8::1"],
    });
    return { zone, ip, sender: isHelo ? "" : "user@d.example", helo: "d.example" };
  });
