import type { Grammar } from "./fact";

const STATE =
  /^(?:warning: |unable to |unknown user: |smfi_|spfmilter[ -]?\S{0,20} (?:starting|terminating)|\S{1,40} \S{1,20} (?:starting|terminating))/;
const AT_WORK = /^\S{1,40} (?:\S{1,20} )?starting/;

/** Lines of spfmilter (acme.com) itself: it logs its start and its end, and nothing of any message. */
export const spfmilter: Grammar = (text, emit) => {
  if (AT_WORK.test(text)) emit({ kind: "filterSeen", filter: "spfmilter", spf: true });
  return STATE.test(text) ? "ignored" : "unknown";
};
