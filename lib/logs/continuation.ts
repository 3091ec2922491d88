import { queueIdEnd } from "./queue-id";

const MAX_PENDING = 500;
const MAX_LENGTH = 65_536;
const MORE = " ...";

/**
 * Puts a text back together that sendmail split for syslog: `QID[1]: text ...`, `QID[2]: rest`. Pieces belong
 * together by host, pid and queue id.
 */
export class Continuations {
  private readonly pending = new Map<string, string>();

  /** Takes over pieces that another reading left. */
  adopt(saved: [string, string][]): void {
    for (const [id, text] of saved) if (!this.pending.has(id)) this.pending.set(id, text);
  }

  state(): [string, string][] {
    return [...this.pending];
  }

  /** The whole text once its last piece is there, as `QID: text`; null while pieces are missing; other text as it is. */
  push(key: string, text: string): string | null {
    const end = queueIdEnd(text);
    if (end < 0 || text.charCodeAt(end) !== 91) return text;
    const close = text.indexOf("]: ", end);
    if (close < 0 || close - end > 4 || !/^\d+$/.test(text.slice(end + 1, close))) return text;
    const queueId = text.slice(0, end);
    const id = `${key} ${queueId}`;
    const piece = text.slice(close + 3);
    const more = piece.endsWith(MORE);
    const before = text.slice(end + 1, close) === "1" ? `${queueId}: ` : this.pending.get(id);
    // A rest without its beginning can't be read: it is the tail of some field.
    if (before === undefined) return null;
    const whole = before + (more ? piece.slice(0, -MORE.length) : piece);
    this.pending.delete(id);
    if (!more || whole.length > MAX_LENGTH) return whole;
    this.pending.set(id, whole);
    if (this.pending.size > MAX_PENDING) this.pending.delete(this.pending.keys().next().value!);
    return null;
  }
}
