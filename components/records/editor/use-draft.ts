"use client";

import { useRouter } from "next/navigation";
import { type Dispatch, useEffect, useReducer, useState, useTransition } from "react";
import { type RecordsAddress, recordsHref } from "../address";
import { draftOf, fitsAddress, recordOf } from "./address-text";
import { type Draft, type DraftEvent, isUnsent, nextDraft, openedDraft, typedTerm } from "./draft";
import { keepDraft, keptDraft } from "./kept-draft";

/**
 * How long nothing changes before the draft goes into the address, and before a term counts as finished; ms. While one
 * is being typed the draft waits for the latter, so that nobody is asked for half a name.
 */
const PAUSE = 600;
const REST = 1_500;

/** The draft, its way into the address, and the one that the tab kept from before, if it is another. */
export interface DraftDesk {
  draft: Draft;
  text: string;
  dispatch: Dispatch<DraftEvent>;
  /** The page's other parts are being worked out for the draft. */
  isPending: boolean;
  /** Puts the draft into the address at once. */
  send(): void;
  kept: string | null;
  dropKept(): void;
}

/** Holds the draft that a page's address and published record stand for, and keeps the address up with it. */
export function useDraft(address: RecordsAddress, published: string | null): DraftDesk {
  const arrived = draftOf(address.record, published);
  const [draft, dispatch] = useReducer(nextDraft, arrived ?? "", openedDraft);
  const text = draft.history.present;
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const send = () => {
    if (!isUnsent(draft) || !fitsAddress(text)) return;
    dispatch({ kind: "sent", text });
    const href = recordsHref(address, { record: recordOf(text, published) });
    startTransition(() => router.replace(href, { scroll: false }));
  };
  // The address is another object whenever the page comes back, also with the same draft.
  useEffect(() => {
    const came = draftOf(address.record, published);
    if (came !== null) dispatch({ kind: "arrived", text: came, now: Date.now() });
  }, [address, published]);
  const pause = typedTerm(draft) === null ? PAUSE : REST;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause begins anew with what is sent, no more
  useEffect(() => {
    const timer = setTimeout(send, pause);
    return () => clearTimeout(timer);
  }, [text, pause, draft.seen, draft.sent, address]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest begins anew with each change
  useEffect(() => {
    const timer = setTimeout(() => dispatch({ kind: "rested" }), REST);
    return () => clearTimeout(timer);
  }, [text]);
  const { kept, dropKept } = useKept(address.domain, text, draft.seen);
  return { draft, text, dispatch, isPending, send, kept, dropKept };
}

/** Keeps in the tab what the address does not hold yet, and finds what was kept before. */
function useKept(domain: string | null, text: string, seen: string) {
  const [kept, setKept] = useState<string | null>(null);
  const [isOpened, setIsOpened] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the page is opened
  useEffect(() => {
    const found = keptDraft(domain);
    if (found !== null && found !== text) setKept(found);
    setIsOpened(true);
  }, []);
  useEffect(() => {
    if (!isOpened) return;
    if (text !== seen) keepDraft(domain, text);
    else if (kept === null) keepDraft(domain, null);
  }, [isOpened, domain, text, seen, kept]);
  return { kept, dropKept: () => setKept(null) };
}
