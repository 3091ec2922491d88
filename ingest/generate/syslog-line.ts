/** One event of a syslog; `time` in epoch ms, with a fraction where microseconds matter. */
export interface SyslogLine {
  time: number;
  host: string;
  program: string;
  /** Null where the program logs none. */
  pid: number | null;
  text: string;
  /** Facility and severity as one number (RFC 5424 section 6.2.1); mail.info if absent. */
  priority?: number;
}

/** Traditional stamps, rsyslog's ISO stamps, or whole RFC 5424 lines. */
export type SyslogForm = "rfc3164" | "iso" | "rfc5424";

export const MAIL_INFO = 22;
export const MAIL_NOTICE = 21;
export const MAIL_WARNING = 20;
export const MAIL_ERROR = 19;
export const CRON_INFO = 78;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function zone(utcOffset: number): string {
  const minutes = Math.abs(utcOffset);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${utcOffset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function traditional(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2, " ");
  return `${MONTHS[date.getUTCMonth()]} ${day} ${date.toISOString().slice(11, 19)}`;
}

/** Keeps what a stamp has in common with the others of its second. */
function perSecond(utcOffset: number, write: (date: Date) => string): (time: number) => string {
  let second = Number.NaN;
  let stamp = "";
  return (time) => {
    const current = Math.floor(time / 1000);
    if (current !== second) {
      second = current;
      stamp = write(new Date((current + utcOffset * 60) * 1000));
    }
    return stamp;
  };
}

function microseconds(time: number): string {
  return String(Math.floor((time - Math.floor(time / 1000) * 1000) * 1000)).padStart(6, "0");
}

/** Makes a writer of lines without their newline, with stamps of a clock `utcOffset` minutes east of UTC. */
export function syslogWriter(form: SyslogForm, utcOffset: number): (line: SyslogLine) => string {
  if (form === "rfc3164") {
    const stamp = perSecond(utcOffset, traditional);
    return ({ time, host, program, pid, text }) =>
      pid === null
        ? `${stamp(time)} ${host} ${program}: ${text}`
        : `${stamp(time)} ${host} ${program}[${pid}]: ${text}`;
  }
  const offset = zone(utcOffset);
  const stamp = perSecond(utcOffset, (date) => date.toISOString().slice(0, 19));
  const full = (time: number) => `${stamp(time)}.${microseconds(time)}${offset}`;
  if (form === "iso") {
    return ({ time, host, program, pid, text }) =>
      `${full(time)} ${host} ${program}${pid === null ? "" : `[${pid}]`}: ${text}`;
  }
  return ({ time, host, program, pid, text, priority = MAIL_INFO }) =>
    `<${priority}>1 ${full(time)} ${host} ${program} ${pid ?? "-"} - - ${text}`;
}
