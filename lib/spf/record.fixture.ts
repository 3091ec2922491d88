import fc from "fast-check";

/** Text that looks enough like a record to come far into the parser. */
export const anyRecord: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "a",
        "mx",
        "ptr",
        "all",
        "include:",
        "exists:",
        "ip4:",
        "ip6:",
        "redirect=",
        "exp=",
        "x=",
      ),
      fc.constantFrom(
        "%{d}",
        "%{l1r-}",
        "%{",
        "%",
        "/24",
        "//64",
        ":",
        ".",
        "example.com",
        "1.2.3.4",
        "::1",
        "-",
        "~",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.constantFrom(" ", "  "),
    ),
    { maxLength: 40 },
  )
  .map((parts) => `v=spf1 ${parts.join("")}`);
