import fc from "fast-check";
import { expect, test } from "vitest";
import { changed, type History, redone, started, undone } from "./undo";

/** Types texts one after the other, `apart` milliseconds between them. */
function typed(texts: string[], apart: number, from: History = started("")): History {
  return texts.reduce(
    (history, text, index) => changed(history, text, { isTyping: true, now: index * apart }),
    from,
  );
}

test("what is typed in one go is undone at once", () => {
  const history = typed(["m", "mx", "mx ", "mx -"], 100);
  expect(history.past).toEqual([""]);
  expect(undone(history).present).toBe("");
  expect(redone(undone(history)).present).toBe("mx -");
});

test("a pause, another place, or an edit that is not typed begins a step", () => {
  expect(typed(["m", "mx"], 801).past).toEqual(["", "m"]);
  expect(typed(["m", "mx"], 800).past).toEqual([""]);
  const before = typed(["abcdefgh", "Xabcdefgh"], 10, started("abcdefg"));
  expect(before.past).toEqual(["abcdefg", "abcdefgh"]);
  const edited = changed(typed(["m"], 10), "mx -all", { isTyping: false, now: 5 });
  expect(edited.past).toEqual(["", "m"]);
  expect(changed(edited, "mx -all ", { isTyping: true, now: 6 }).past).toEqual(["", "m", "mx -all"]);
});

test("taking back letters and going on at the same place is one step", () => {
  expect(typed(["v=spf1 m", "v=spf1 mz", "v=spf1 m", "v=spf1 mx"], 100, started("v=spf1 ")).past).toEqual([
    "v=spf1 ",
  ]);
});

test("typing after a step back begins anew, and what was undone is gone", () => {
  const history = changed(undone(typed(["m", "mx"], 900)), "ma", { isTyping: true, now: 1_000 });
  expect(history).toMatchObject({ past: ["", "m"], present: "ma", future: [] });
  expect(redone(history)).toBe(history);
});

test("no step is no change", () => {
  const history = started("x");
  expect(undone(history)).toBe(history);
  expect(redone(history)).toBe(history);
  expect(changed(history, "x", { isTyping: false, now: 0 })).toBe(history);
});

test("200 steps are kept, and 4 million characters at most", () => {
  let history = started("");
  for (let step = 1; step <= 300; step++)
    history = changed(history, `${step}`, { isTyping: false, now: step });
  expect(history.past).toHaveLength(200);
  expect(history.past[0]).toBe("100");
  for (let step = 0; step < 60; step++)
    history = changed(history, `${step}`.padEnd(100_000), { isTyping: false, now: step });
  expect(history.past.reduce((sum, text) => sum + text.length, 0)).toBeLessThanOrEqual(4_000_000);
  expect(history.past).toHaveLength(39);
});

test("undo goes back through every text, and redo forth again", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ maxLength: 8 }), fc.boolean(), fc.nat(2_000))), (changes) => {
      let now = 0;
      let history = started("start");
      for (const [text, isTyping, wait] of changes) {
        now += wait;
        history = changed(history, text, { isTyping, now });
      }
      const end = history;
      const texts = [...history.past, history.present];
      for (const text of texts.toReversed().slice(1)) {
        history = undone(history);
        expect(history.present).toBe(text);
      }
      expect(history.present).toBe("start");
      for (const _ of texts) history = redone(history);
      expect([history.past, history.present]).toEqual([end.past, end.present]);
    }),
  );
});
