import { describe, expect, test } from "vitest";
import { type Draft, type DraftEvent, isUnsent, nextDraft, openedDraft, typedTerm } from "./draft";

const [P, A, B] = ["v=spf1 -all", "v=spf1 a -all", "v=spf1 mx -all"];
let now = 0;

const typed = (text: string, caret: number | null = 8): DraftEvent => ({
  kind: "typed",
  text,
  caret,
  now: now++,
});
const sent = (text: string): DraftEvent => ({ kind: "sent", text });
const arrived = (text: string): DraftEvent => ({ kind: "arrived", text, now: now++ });
const draftAfter = (...events: DraftEvent[]): Draft => events.reduce(nextDraft, openedDraft(P));
const textOf = ({ history }: Draft) => history.present;

describe("an answer from the address", () => {
  test("to what was sent changes nothing of what was typed since", () => {
    const draft = draftAfter(typed(A), sent(A), typed(B), arrived(A));
    expect(textOf(draft)).toBe(B);
    expect(draft).toMatchObject({ seen: A, sent: [] });
    expect(isUnsent(draft)).toBe(true);
  });

  test("to the newer of two also answers the older", () => {
    expect(draftAfter(typed(A), sent(A), typed(B), sent(B), arrived(B)).sent).toEqual([]);
    expect(draftAfter(typed(A), sent(A), typed(B), sent(B), arrived(A)).sent).toEqual([B]);
  });

  test("with the draft as it was is overtaken, and what was sent is sent again", () => {
    const draft = draftAfter(typed(A), sent(A), arrived(P));
    expect(textOf(draft)).toBe(A);
    expect(isUnsent(draft)).toBe(true);
  });

  test("that nobody here asked for becomes the text, in one step that can be undone", () => {
    const draft = draftAfter(typed(A), arrived(B));
    expect(textOf(draft)).toBe(B);
    expect(isUnsent(draft)).toBe(false);
    expect(textOf(nextDraft(draft, { kind: "undo" }))).toBe(A);
  });

  test("from elsewhere is taken over also if the same was sent and answered long ago", () => {
    const draft = draftAfter(typed(A), sent(A), arrived(A), arrived(B), arrived(A));
    expect(textOf(draft)).toBe(A);
    expect(textOf(nextDraft(draft, { kind: "undo" }))).toBe(B);
  });

  test("from elsewhere is taken over also if the same was sent but overtaken by another", () => {
    const draft = draftAfter(typed(A), sent(A), arrived(B), arrived(A));
    expect(textOf(draft)).toBe(A);
    expect(draft.sent).toEqual([]);
  });
});

describe("what is to be sent", () => {
  test("is a text that is neither in the address nor on its way", () => {
    expect(isUnsent(draftAfter())).toBe(false);
    expect(isUnsent(draftAfter(typed(A)))).toBe(true);
    expect(isUnsent(draftAfter(typed(A), sent(A)))).toBe(false);
    expect(isUnsent(draftAfter(typed(A), sent(A), arrived(A)))).toBe(false);
  });

  test("is also the text as it was, where another is on its way", () => {
    expect(isUnsent(draftAfter(typed(A), sent(A), typed(P)))).toBe(true);
  });
});

describe("the term being typed", () => {
  const half = "v=spf1 inclu -all";
  const inclu = { from: 7, to: 12 };

  test("is the one at the caret", () => {
    expect(typedTerm(draftAfter(typed(half, 12)))).toEqual(inclu);
    expect(typedTerm(draftAfter(typed(half, 9)))).toEqual(inclu);
  });

  test("is none between spaces, and none that a button changed", () => {
    expect(typedTerm(draftAfter(typed("v=spf1  -all", 7)))).toBeNull();
    expect(typedTerm(draftAfter({ kind: "set", text: half, now: 0 }))).toBeNull();
    expect(typedTerm(draftAfter(typed(half, 12), { kind: "undo" }))).toBeNull();
  });

  test("is done when time passes or the caret leaves it, not when the caret moves in it", () => {
    expect(typedTerm(draftAfter(typed(half, 12), { kind: "rested" }))).toBeNull();
    expect(typedTerm(draftAfter(typed(half, 12), { kind: "caret", at: 15 }))).toBeNull();
    expect(typedTerm(draftAfter(typed(half, 12), { kind: "caret", at: null }))).toBeNull();
    expect(typedTerm(draftAfter(typed(half, 12), { kind: "caret", at: 8 }))).toEqual(inclu);
  });

  test("is not being typed again only because the caret comes back", () => {
    const back: DraftEvent = { kind: "caret", at: 12 };
    expect(typedTerm(draftAfter(typed(half, 12), { kind: "caret", at: 15 }, back))).toBeNull();
  });
});
