import { describe, expect, test } from "vitest";
import { readSpfReply } from "@/lib/logs/spf-reply";
import { LANGUAGES } from "@/lib/spf/sentence";
import { CHECKERS, type CheckerName, checkerLines, checkerWords } from "./checker-lines";
import { escaped } from "./links.fixture";
import { readWhyUrl } from "./read-url";
import { redirectLines } from "./redirect-lines";

const BASE = "https://mail.corp.example/why";
const MAILS = [
  { sender: "ceo+tag@fail.example", ip: "192.0.2.66", receiver: "mx.corp.example" },
  { sender: "kim@회사.한국", ip: "2001:db8:66::66", receiver: "mx.corp.example" },
  { sender: "o'hara%x@fail.example", ip: "192.0.2.66", receiver: "mx.corp.example" },
];
type Mail = (typeof MAILS)[number];

const macros = (text: string, { sender, ip, receiver }: Mail) =>
  text
    .replaceAll("%_", " ")
    .replace("%{_scope}", "mfrom")
    .replace("%{S}", () => escaped(sender))
    .replace("%{C}", () => escaped(ip))
    .replace("%{R}", () => receiver);
const printf = (text: string, ...values: string[]) => text.replace(/%s/g, () => values.shift()!);

/** What each checker makes of its text when it refuses a message. */
const PRINTS: Partial<Record<CheckerName, (text: string, mail: Mail) => string>> = {
  spfmilter: macros,
  "smf-spf": (text, { sender, ip, receiver }) => printf(text, sender, ip, receiver),
  "spf-engine": (text, { sender, ip }) =>
    text
      .replace("{0}", "mfrom")
      .replace("{1}", () => sender)
      .replace("{2}", ip),
  "policyd-spf-perl": macros,
  exim: macros,
  "exim-debian": (text, { sender, ip }) =>
    text
      .replace(/\\\n\s*/g, "")
      .replace(/\$\{if def:sender_address_domain \{mfrom\}\{helo\}\}/, "mfrom")
      .replace(/\$\{if def:sender_address_domain \{\$sender_address\}\{\$sender_helo_name\}\}/, () => sender)
      .replaceAll("$sender_host_address", ip),
  "mail-spf": macros,
  mtpolicyd: macros,
  haraka: (text, { sender, ip }) =>
    text
      .replace(/\$\{scope\}/, "mfrom")
      .replace(/\$\{sender_id\}/, () => sender)
      .replace(/\$\{connection\.remote\.ip\}/, ip),
  pymilter: (text, { sender, ip }) => printf(text, sender, ip),
  libspf2: macros,
};

const replyOf = (name: CheckerName, text: string, mail: Mail) =>
  PRINTS[name]!(text, mail)
    .split("\n")
    .find((line) => line.includes(BASE))!;
const linkIn = (text: string) => /https:[^\s'"`]+/.exec(text)![0].replace(/,$/, "");
const lines = checkerLines(BASE);
const full = lines.filter(({ link }) => link === "full");

describe("the lines for checkers", () => {
  test("are of every checker that has a name, each with its steps", () => {
    expect(lines.map(({ name }) => name)).toEqual([...CHECKERS]);
    for (const { way, link, steps, title } of lines) {
      expect(title).not.toBe("");
      expect([way === "none", link === "none", steps.length === 0]).toEqual(Array(3).fill(way === "none"));
      if (link !== "none") expect(steps.some(({ text }) => text.includes(BASE))).toBe(true);
      for (const { text } of steps) expect(text).not.toMatch(/openspf\.|open-spf|spf\.pobox/);
    }
    expect(full.map(({ name }) => name)).toEqual(Object.keys(PRINTS));
  });

  test.each(full)("$name prints a link that the page reads as it was meant", ({ name, steps }) => {
    for (const mail of MAILS)
      for (const { text } of steps.filter((step) => step.text.includes(BASE))) {
        // What one of these prints as it is, no reader can tell from an escape.
        if (mail.sender.includes("'") && !text.includes("%{S}")) continue;
        const reply = `550 5.7.23 ${replyOf(name, text, mail)}`;
        const request = readWhyUrl(linkIn(reply));
        expect(request).toMatchObject({
          identity: "mailfrom",
          sender: mail.sender,
          ip: mail.ip,
          problems: [],
        });
        expect([null, mail.receiver]).toContain(request.receiver);
      }
  });

  test.each(full)("$name: the log reader takes its reply for SPF's", ({ name, steps }) => {
    const { text } = steps.find((step) => step.text.includes(BASE))!;
    const reply = replyOf(name, text, MAILS[0]!).replace(
      /^\s*(?:default_authority_explanation [=>]* )?["'`]?/,
      "",
    );
    expect(readSpfReply(`550 5.7.1 ${reply}`)?.senderUrl).toContain(BASE);
  });

  test("a bare link leads to a page that asks for everything", () => {
    const bare = lines.filter(({ link }) => link === "bare");
    expect(bare.map(({ name }) => name)).toEqual(["pypolicyd-spf", "rspamd", "opendmarc"]);
    for (const { steps } of bare)
      for (const { text } of steps) expect(linkIn(text)).toMatch(/^https:\/\/mail\.corp\.example\/why;?$/);
  });

  test("old versions of spf-engine take no second = in a value", () => {
    const old = lines.find(({ name }) => name === "pypolicyd-spf")!;
    for (const { text } of old.steps) expect(text.split("=")).toHaveLength(2);
  });

  test.each(LANGUAGES)("have words in %s, and a place where there is no file", (language) => {
    for (const { name, steps } of lines) {
      const { place, notes } = checkerWords(name, language);
      expect(place === null).toBe(steps.every(({ file }) => file !== null));
      expect(notes.length).toBeGreaterThan(0);
      for (const text of [...notes, ...(place === null ? [] : [place])])
        expect(/[가-힣]/.test(text)).toBe(language === "ko");
    }
  });
});

test("redirects keep path and parameters", () => {
  expect(redirectLines(BASE)).toEqual([
    { server: "nginx", text: "location ~* ^/why { return 301 https://mail.corp.example$request_uri; }" },
    { server: "Apache httpd", text: 'RedirectMatch 301 "(?i)^(/why.*)$" "https://mail.corp.example$1"' },
  ]);
});
