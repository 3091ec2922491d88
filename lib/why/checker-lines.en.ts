import type { CheckerName, CheckerWords } from "./checker-lines";

const OWN = "Where the sender's domain has an explanation of its own (exp=), that one is printed instead.";

export const words: Record<CheckerName, CheckerWords> = {
  spfmilter: {
    place: "the command that starts spfmilter, before the socket",
    notes: [
      "In a unit file of systemd write %% for each %.",
      "With --markonly it refuses nothing, and so prints no link.",
      OWN,
    ],
  },
  "smf-spf": {
    place: null,
    notes: [
      "The values come in this order: sender, address, server. Other orders are written %2$s and so on.",
      "Restart smf-spf. It replies with this only where RefuseFail is on.",
      "A version whose sample configuration does not name RejectReason has a fixed text.",
    ],
  },
  "spf-engine": {
    place: null,
    notes: [
      "The first file is of the Postfix policy server, the second of the milter; names differ between distributions.",
      "Only versions that know Reason_URL: others log “ERROR parsing line” and need the line of pypolicyd-spf.",
      "{3} would be the recipient's address: it is left out, so that no recipient ends up in a link.",
    ],
  },
  "pypolicyd-spf": {
    place: null,
    notes: [
      "The first file is of the Postfix policy server, the second of the milter; names differ between distributions.",
      "A value may hold no “=” in these versions, so the link cannot name the sender. The page asks for the bounce.",
    ],
  },
  "policyd-spf-perl": {
    place: null,
    notes: [
      "The text stands in the program, not in a configuration file. A copy in /usr/local/sbin, named in master.cf, survives upgrades.",
      OWN,
    ],
  },
  exim: {
    place: null,
    notes: [
      "The first line belongs into the main section, the others into the ACL that refuses.",
      "The template may hold no blank: %_ is one.",
      OWN,
    ],
  },
  "exim-debian": {
    place: null,
    notes: [
      "In place of the message that stands there below CHECK_RCPT_SPF; without split configuration in /etc/exim4/exim4.conf.template.",
      "Then run update-exim4.conf and restart Exim. Debian's checks are on where CHECK_RCPT_SPF is set.",
    ],
  },
  "mail-spf": { place: "the program that uses the module", notes: [OWN] },
  mtpolicyd: { place: null, notes: [OWN] },
  haraka: {
    place: null,
    notes: [
      "The address is fixed in the plugin: replace the one of openspf.org there. An update of the plugin brings it back.",
      "openspf_text must be on for the plugin to print a link at all; in [deny_relay] it is set apart.",
    ],
  },
  pymilter: {
    place: "spfmilter.py or bms.py, in place of the address of openspf.org or openspf.net",
    notes: ["The text stands in the program. An upgrade brings the old one back."],
  },
  libspf2: {
    place: "where a script calls spfquery",
    notes: [
      "The library has the address of openspf.org built in. Another program can change it only if it has a setting for it (SPF_server_set_explanation); otherwise the library must be rebuilt.",
      OWN,
    ],
  },
  rspamd: {
    place: null,
    notes: [
      "It changes the text of messages that rspamd refuses anyway and that fail SPF; it refuses no others.",
      "The link does not name the sender. The page asks for the bounce.",
    ],
  },
  opendmarc: {
    place: null,
    notes: [
      "OpenDMARC speaks of the From: header, not of SPF's identities: it cannot print a link that names the sender and the address.",
      "Its text must hold %s once. For links about SPF let an SPF checker in front of it refuse, or keep the plain link.",
    ],
  },
  spamassassin: {
    place: null,
    notes: [
      "It scores messages and gives no SMTP reply, so there is no place for a link. Let the program that refuses print one.",
    ],
  },
};
