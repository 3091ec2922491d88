import { expect, test } from "vitest";
import { message, recipient } from "@/lib/store/messages.fixture";
import { CSV_FIELDS, csvHeader, csvLine } from "./csv";
import { exportedMessage } from "./exported-message";

const exported = exportedMessage(
  message({
    envelopeFrom: '=cmd|"/c calc"!A1@example.com',
    replyText: "5.7.1 no,\r\nnever",
    recipients: [recipient({ address: "-a@corp.example", tagged: true }), recipient({ tagged: null })],
  }),
);

test("a line has as many fields as the header, in its order", () => {
  const fields = csvLine(exported, ["host", "queueId", "result", "size", "retryOf"]).split(",");
  expect(fields).toEqual(["mx1", "2BO9I8aa012345", "pass", "1234", ""]);
  expect(csvHeader(["host", "queueId"])).toBe("host,queueId");
  expect(csvHeader().split(",")).toEqual([...CSV_FIELDS]);
});

test("no text of a sender is a formula, and none breaks the line", () => {
  expect(csvLine(exported, ["envelopeFrom"])).toBe('"\'=cmd|""/c calc""!A1@example.com"');
  expect(csvLine(exported, ["replyText"])).toBe('"5.7.1 no,\r\nnever"');
  expect(csvLine(exported, ["recipients", "tagged"])).toBe("'-a@corp.example kim@corp.example,true ");
});
