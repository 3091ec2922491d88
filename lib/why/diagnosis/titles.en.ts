import type { Titles } from "./words";

/** Diagnoses in a few words, who must act, and how sure that is, in English. */
export const titles: Titles = {
  titles: {
    incomplete: "Not enough is known",
    "bad-domain": "The sender address has no valid domain",
    passes: "Nothing is wrong now",
    "fixed-since": "Mended since",
    "dns-recovered": "A look-up failed for a while",
    "other-reason": "Refused for another reason than SPF",
    "receiving-site-mistake": "The receiving server is set up wrongly",
    "dns-trouble": "The sender’s domain cannot be looked up",
    "receiver-dns-trouble": "The receiving site could not finish its DNS look-ups",
    "several-records": "The domain has several SPF records",
    "broken-record": "The SPF record has a syntax error",
    "too-many-lookups": "The SPF record needs too many DNS lookups",
    "too-many-voids": "The SPF record names too much that does not exist",
    "dead-include": "An include leads to a domain without an SPF record",
    "dead-redirect": "The redirect leads to a domain without an SPF record",
    "no-record": "The domain has no SPF record",
    helo: "The sending server’s HELO name does not check out",
    "ip-missing": "The sending server is missing from the SPF record",
    "provider-not-included": "The mail service is missing from the SPF record",
    "wrong-outgoing-server": "The message did not go out by the domain’s own mail server",
    forwarder: "The message was forwarded by another server",
    forger: "Somebody else used the address",
    unlisted: "The sending server is not in the SPF record",
  },
  who: {
    nobody: "nobody",
    sender: "whoever sent the message",
    "senders-postmaster": "whoever runs the mail of the sender’s domain",
    "receiving-site": "whoever runs the receiving mail server",
    forwarder: "whoever runs the server that forwarded the message",
    forger: "the forger (nothing for you to do)",
  },
  certainty: { certain: "certain", likely: "likely", possible: "possible" },
};
