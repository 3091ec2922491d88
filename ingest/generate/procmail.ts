/** One message that procmail delivers; times in epoch ms. */
export interface ProcmailDelivery {
  /** Without angle brackets; "" is the null reverse-path. */
  from: string;
  /** The header's raw text, one character per byte; null where the message has none. */
  subject: string | null;
  /** The From: header's raw text. */
  sender: string;
  /** The Received-SPF word that the filter caught; null where it caught none. */
  caught: "fail" | "softfail" | null;
  folder: string;
  /** What is written to the folder, in bytes. */
  size: number;
  start: number;
  end: number;
}

/** Lines that procmail writes at one moment. */
export interface ProcmailEvent {
  time: number;
  lines: string[];
}

/** procmail cuts `Subject: …` here, in bytes. */
const SUBJECT_CUT = 78;
const FOLDER_COLUMNS = 61;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * What procmail logs of one delivery, under a recipe that catches failing SPF, logs it and marks the subject: the
 * `====SPF_filter` line at its start, the abstract at its end. Other deliveries may write between the two.
 */
export function writeProcmail(delivery: ProcmailDelivery, utcOffset: number): ProcmailEvent[] {
  const { from, subject, sender, caught, folder, size, start, end } = delivery;
  const marked = caught === null || subject === null ? subject : `[SPAM] ${subject}`;
  const abstract = [`From ${from || "MAILER-DAEMON"}  ${ctime(start, utcOffset)}`];
  if (marked !== null) abstract.push(` ${`Subject: ${marked}`.slice(0, SUBJECT_CUT)}`);
  const added = caught === null || subject === null ? 0 : "[SPAM] ".length;
  abstract.push(folderLine(folder, size + added));
  const block = { time: end, lines: abstract };
  if (caught === null) return [block];
  return [{ time: start, lines: [`====SPF_filter(${caught}) F=${sender}, S=${subject ?? ""}`] }, block];
}

/** `Tue Nov 24 12:28:05 2026`. */
function ctime(time: number, utcOffset: number): string {
  const date = new Date(time + utcOffset * 60_000);
  const day = String(date.getUTCDate()).padStart(2, " ");
  const clock = date.toISOString().slice(11, 19);
  return `${WEEKDAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${clock} ${date.getUTCFullYear()}`;
}

/** The folder, tabs up to a fixed column, and the size in seven columns. */
function folderLine(folder: string, size: number): string {
  const start = `  Folder: ${folder}`.slice(0, FOLDER_COLUMNS);
  const tabs = Math.max(1, Math.ceil((72 - start.length) / 8));
  return `${start}${"\t".repeat(tabs)}${String(size).padStart(7)}`;
}
