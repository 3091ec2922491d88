import { expect, test } from "vitest";
import { selectRecords } from "./select-record";

const CASES: [string[][], string[]][] = [
  [[["v=spf1 -all"]], ["v=spf1 -all"]],
  [[["v=spf1 ip4:", "192.0.2.1 -all"], []], ["v=spf1 ip4:192.0.2.1 -all"]],
  [[["v=spf1", "mx"]], []],
  [
    [["V=sPf1"], ["v=spf1 a"]],
    ["V=sPf1", "v=spf1 a"],
  ],
  [[["v=spf10 a"], ["v=spf1\ta"], [" v=spf1"], ["v=spf1-all"], ["\u0096"], [""]], []],
];

test.each(CASES)("of %j the records for SPF are %j", (records, selected) => {
  expect(selectRecords(records.map((strings) => ({ type: "TXT", strings })))).toEqual(selected);
});
