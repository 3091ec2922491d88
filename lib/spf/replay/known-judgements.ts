import type { Mail } from "./judge";
import { USES } from "./uses";

/** So many are remembered; when there are more, all are forgotten, and evaluated again where they come again. */
const MOST = 200_000;

/** Remembers how mails came out, each for all mails that agree with it in what its checks used. */
export class KnownJudgements<T> {
  private readonly known = new Map<string, T>();
  private readonly kinds = new Set<number>();

  constructor(private readonly most = MOST) {}

  find(mail: Mail): T | undefined {
    for (const uses of this.kinds) {
      const found = this.known.get(keyOf(mail, uses));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  keep(mail: Mail, uses: number, judged: T): void {
    if (this.known.size >= this.most) this.known.clear();
    this.kinds.add(uses);
    this.known.set(keyOf(mail, uses), judged);
  }
}

/** The length before the HELO name tells it from the sender, whatever is in either. */
function keyOf({ ip, sender, helo }: Mail, uses: number): string {
  if (uses === 0) return ip;
  const said = uses & USES.helo ? `${helo.length} ${helo}` : "";
  return `${uses} ${ip} ${said}${uses & USES.sender ? sender : ""}`;
}
