import type { Language } from "@/lib/spf/sentence";
import { words as EN } from "./checker-lines.en";
import { words as KO } from "./checker-lines.ko";

/** Programs that check SPF, by the names that `whyspf why-url --checker` takes. */
export const CHECKERS = [
  "spfmilter",
  "smf-spf",
  "spf-engine",
  "pypolicyd-spf",
  "policyd-spf-perl",
  "exim",
  "exim-debian",
  "mail-spf",
  "mtpolicyd",
  "haraka",
  "pymilter",
  "libspf2",
  "rspamd",
  "opendmarc",
  "spamassassin",
] as const;

export type CheckerName = (typeof CHECKERS)[number];

/** What stands where: `file` is null where it is no file of a known path, which the checker's words tell. */
export interface CheckerStep {
  file: string | null;
  text: string;
}

/**
 * How a checker comes to print a link. `way`: by its settings, by an edit of its program, or not at all. `link`: "full"
 * names the sender and the client, "bare" leads to a page that asks for the bounce.
 */
export interface CheckerLine {
  name: CheckerName;
  title: string;
  way: "setting" | "edit" | "none";
  link: "full" | "bare" | "none";
  steps: CheckerStep[];
}

/** The lines that make each checker print links to the page at `base`, such as `https://spf.corp.example/why`. */
export function checkerLines(base: string): CheckerLine[] {
  return CHECKERS.map((name) => ({ name, ...LINES[name](base) }));
}

type Line = Omit<CheckerLine, "name">;

/** SPF's macros (RFC 7208 section 7) as libspf2 takes them, which wants no blank: %_ is one. */
const libspf2 = (base: string) => `Please%_see%_${base}?id=%{S}&ip=%{C}&receiver=%{R}`;
/** As Perl's Mail::SPF takes them; %{_scope} is its own. */
const mailSpf = (base: string) => `Please see ${base}?s=%{_scope};id=%{S};ip=%{C};r=%{R}`;

const inFile = (file: string | null, ...lines: string[]): CheckerStep => ({ file, text: lines.join("\n") });

const LINES: Record<CheckerName, (base: string) => Line> = {
  spfmilter: (base) => setting("spfmilter (acme.com)", inFile(null, `--explanation '${libspf2(base)}'`)),
  "smf-spf": (base) =>
    setting(
      "smf-spf",
      inFile(
        "/etc/mail/smfs/smf-spf.conf",
        `RejectReason\tMessage was rejected during SPF policy evaluation. Please see ${base}?sender=%s&ip=%s&receiver=%s`,
      ),
    ),
  "spf-engine": (base) =>
    setting(
      "spf-engine: policyd-spf, pyspf-milter (Reason_URL)",
      ...ENGINE_FILES.map((file) => inFile(file, `Reason_URL = ${base}?s={0};id={1};ip={2}`)),
    ),
  "pypolicyd-spf": (base) => ({
    ...setting(
      "policyd-spf, pyspf-milter (spf-engine 3.0, pypolicyd-spf)",
      ...ENGINE_FILES.map((file) =>
        inFile(file, `Reason_Message = Message {rejectdefer} due to: {spf}. Please see ${base}`),
      ),
    ),
    link: "bare",
  }),
  "policyd-spf-perl": (base) => ({
    ...setting(
      "postfix-policyd-spf-perl",
      inFile(
        "/usr/sbin/postfix-policyd-spf-perl",
        "    default_authority_explanation  =>",
        `    '${mailSpf(base)}'`,
      ),
    ),
    way: "edit",
  }),
  exim: (base) =>
    setting(
      "Exim 4.94+ (SUPPORT_SPF)",
      inFile("exim.conf", `spf_smtp_comment_template = ${libspf2(base)}`),
      inFile("exim.conf, begin acl", "  deny", "    spf = fail", "    message = $spf_smtp_comment"),
    ),
  "exim-debian": (base) =>
    setting(
      "Exim, Debian (CHECK_RCPT_SPF)",
      inFile(
        "/etc/exim4/conf.d/acl/30_exim4-config_check_rcpt",
        `    message = [SPF] $sender_host_address is not allowed to send mail from \\
              \${if def:sender_address_domain {$sender_address_domain}{$sender_helo_name}}. \\
              Please see ${base}?scope=\${if def:sender_address_domain {mfrom}{helo}};\\
              identity=\${if def:sender_address_domain {$sender_address}{$sender_helo_name}};\\
              ip=$sender_host_address`,
      ),
    ),
  "mail-spf": (base) => ({
    ...setting(
      "Mail::SPF (Perl)",
      inFile(null, "Mail::SPF::Server->new(", `    default_authority_explanation => '${mailSpf(base)}',`),
    ),
    way: "edit",
  }),
  mtpolicyd: (base) =>
    setting(
      "mtpolicyd",
      inFile(
        "/etc/mtpolicyd/mtpolicyd.conf",
        "<Plugin spf>",
        '    module = "SPF"',
        '    reject_message = "SPF validation failed: %LOCAL_EXPL% %AUTH_EXPL%"',
        `    default_authority_explanation = "${mailSpf(base)}"`,
        "</Plugin>",
      ),
    ),
  haraka: (base) => ({
    ...setting(
      "Haraka (haraka-plugin-spf)",
      inFile("config/spf.ini", "[deny]", "openspf_text=true"),
      inFile(
        "node_modules/haraka-plugin-spf/index.js",
        `    \`${base}?s=\${scope}&id=\${sender_id}&ip=\${connection.remote.ip}\`,`,
      ),
    ),
    way: "edit",
  }),
  pymilter: (base) => ({
    ...setting("pymilter: spfmilter.py, bms.py", inFile(null, `SPF fail: see ${base}?sender=%s&ip=%s`)),
    way: "edit",
  }),
  libspf2: (base) => setting("libspf2: spfquery", inFile(null, `--default-explanation '${libspf2(base)}'`)),
  rspamd: (base) => ({
    ...setting(
      "rspamd",
      inFile(
        "/etc/rspamd/local.d/force_actions.conf",
        "rules {",
        "  WHY_SPF {",
        '    action = "reject";',
        '    expression = "R_SPF_FAIL";',
        '    require_action = ["reject"];',
        `    message = "SPF fail. Please see ${base}";`,
        "  }",
        "}",
      ),
    ),
    link: "bare",
  }),
  opendmarc: (base) => ({
    ...setting(
      "OpenDMARC",
      inFile("/etc/opendmarc.conf", `RejectString rejected by DMARC policy for %s, see ${base}`),
    ),
    link: "bare",
  }),
  spamassassin: () => ({ title: "SpamAssassin", way: "none", link: "none", steps: [] }),
};

const ENGINE_FILES = [
  "/etc/postfix-policyd-spf-python/policyd-spf.conf",
  "/etc/pyspf-milter/pyspf-milter.conf",
];

function setting(title: string, ...steps: CheckerStep[]): Line {
  return { title, way: "setting", link: "full", steps };
}

/** What people must know of a checker's lines: where they go if that is no file, and what to mind. */
export interface CheckerWords {
  place: string | null;
  notes: string[];
}

const WORDS: Record<Language, Record<CheckerName, CheckerWords>> = { ko: KO, en: EN };

/** What is said of a checker's lines. */
export function checkerWords(name: CheckerName, language: Language): CheckerWords {
  return WORDS[language][name];
}
