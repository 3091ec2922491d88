import type { SuggestWords } from "./suggest-words";

export const EN: SuggestWords = {
  published: "Published record:",
  noRecord: "(none)",
  suggested: "Suggested record:",
  changes: "What changes, and why:",
  edit: {
    insert: (_, after) => `add ${after}`,
    replace: (before, after) => `write ${after} in place of ${before}`,
    remove: (before) => `remove ${before}`,
    create: (_, after) => `publish ${after}`,
  },
  reasons: {
    "authorise-client": "This server's address, alone: no other server's result changes.",
    "authorise-provider":
      "The mail service that the address belongs to; it keeps its own addresses up to date.",
    "create-record":
      "The domain has no record. One that ends in ?all passes this server and changes nothing for the others.",
    "merge-records": "A domain may have one record only: they are joined into one.",
    "mend-syntax": "An evident slip of the pen.",
    "remove-unreachable": "Nothing behind all is ever read, and this makes the record invalid.",
    "remove-duplicate": "An earlier term says the same.",
    "remove-dead-include":
      "Its domain has no SPF record, which is an error for every server that gets there.",
    "remove-dead-redirect":
      "Its domain has no SPF record, which is an error for every server that gets there.",
    "remove-loop": "The record includes itself.",
    "remove-void-term": "Nothing stands behind it, and looking for it counts.",
    "replace-by-addresses": "The addresses that stand behind it today, to save DNS lookups.",
  },
  passes: (lookups) =>
    `With this record the server passes. It needs ${lookups} DNS lookups at most; 10 are allowed.`,
  none: {
    "already-passes": "Nothing to change: the server passes with the record as it is.",
    "bad-ip": "No suggestion: this is no IP address.",
    "bad-domain": "No suggestion: this is no name that can have an SPF record.",
    "no-such-domain":
      "No suggestion: the DNS knows no such domain. Check how it is spelt, and that it is set up in the DNS.",
    "private-address":
      "No suggestion: this is an address of a private network. Use the one that receiving servers see.",
    "dns-error": "No suggestion: the DNS gave no answer. Try again later.",
    "cannot-mend": "No suggestion: the record has an error whose correction only its owner can know.",
    "cannot-merge": "No suggestion: the domain's records contradict each other, and cannot be joined.",
    "cannot-free-lookups":
      "No suggestion: the record needs more than 10 DNS lookups, and none can be saved without changing results. Remove what is no longer used.",
    "passes-everyone":
      "No suggestion: with its error mended, the record would allow far more servers than anyone can own.",
    "not-proven": "No suggestion: no small change was found that makes this server pass.",
  },
  zone: "For the zone file, or the DNS provider's form:",
  pair: "Once every server of the domain is listed, choose how the record ends:",
  fail: "-all asks receivers to refuse mail from all other servers:",
  softfail: "~all asks them to accept such mail but to mark it:",
  noPair: "How it ends is decided by the record that its redirect leads to.",
  own: "Add an address only if it is yours, or of a service that sends for you.",
  unadvised:
    "This is the change that was asked for. The diagnosis below speaks against publishing it: the server may well be a stranger's.",
  warnings: {
    "explicitly-refused":
      "The published record names this server, or a network around it, as one that may not send. Find out why before you change that.",
    "shared-provider": "All customers of this mail service will be able to pass as your domain.",
    "addresses-may-change": "Addresses were written out. They must be updated whenever the servers change.",
    "error-remains":
      "For other servers the record still ends in an error that must be mended elsewhere, in a record that it includes.",
    "over-limit": "For other servers the record still needs more than 10 DNS lookups.",
  },
  diagnosis: "Diagnosis:",
  who: "Who must act:",
  evidence: "This rests on:",
};
