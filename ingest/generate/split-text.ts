/**
 * The longest text that goes out in one piece, in bytes: sendmail's SYSLOG_BUFSIZE (1024 on Linux) less what the longest
 * stamp, host and tag of our servers take.
 */
export const LONGEST_TEXT = 930;
const MARKS = "[99]:  ...".length;

/** What sendmail logs of `text` under a queue id: one line, or pieces `QID[1]: … ...`, cut after a comma or space. */
export function splitText(queueId: string, text: string): string[] {
  if (queueId.length + 2 + text.length <= LONGEST_TEXT) return [`${queueId}: ${text}`];
  const room = LONGEST_TEXT - queueId.length - MARKS;
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const cut = cutBefore(rest, room);
    pieces.push(`${queueId}[${pieces.length + 1}]: ${rest.slice(0, cut)} ...`);
    rest = rest.slice(cut);
  }
  return [...pieces, `${queueId}[${pieces.length + 1}]: ${rest}`];
}

function cutBefore(text: string, room: number): number {
  for (let at = room; at > 0; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === 44 || code === 32) return at;
  }
  return room;
}
