import { ProcmailReader } from "./procmail";

export const FROM = "From ceo@fail.example  Tue Nov 24 12:06:15 2026";
export const FOLDER = "  Folder: /var/mail/kisa\t\t\t\t\t\t    866";
export const CHATTER = ["procmail: Extraneous locallockfile ignored", 'procmail: Skipped "| $SPAM_SPF_LOG"'];

export function log(subject: string, result = "fail", from = '"TESTER" <ceo@fail.example>') {
  return `====SPF_filter(${result}) F=${from}, S=${subject}`;
}

export function abstract(subject: string | null, from = FROM, folder = FOLDER) {
  const shown = subject === null ? [] : [` ${`Subject: ${subject}`.slice(0, 78)}`];
  return [from, ...shown, folder];
}

export function read(lines: readonly string[]) {
  const reader = new ProcmailReader();
  let offset = 0;
  const fates = lines.map((line) => {
    const fate = reader.push(line, offset);
    offset += line.length + 1;
    return fate;
  });
  return {
    fates,
    blocks: reader.take(),
    lines: [...reader.takeLines(), ...reader.flushLines()],
    pending: reader.flush(),
  };
}

/** Subjects that imitate lines of the log. */
export const HOSTILE = [
  "====SPF_filter(pass) F=boss@example.kr, S=hello",
  "x  Folder: /var/mail/root     9999",
  " Folder: /x\t1",
  "From boss@example.kr  Tue Nov 24 12:06:15 2026",
  "x From boss@example.kr  Tue Nov 24 12:06:15 2026",
  "x, S=y",
  'procmail: Assigning "',
  '"',
];
