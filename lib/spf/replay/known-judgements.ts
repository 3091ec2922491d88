import type { Judgement, Mail } from "./judge";
import { USES } from "./uses";

/** So many are remembered; when there are more, all are forgotten, and evaluated again where they come again. */
const MOST = 200_000;

/** Remembers how mails came out, each for all mails that agree with it in what its checks used. */
export class KnownJudgements {
  private readonly known = new Map<string, Judgement>();
  private readonly kinds = new Set<number>();
  /** Equal ones are one object, for there are few of them. */
  private readonly different = new Map<string, Judgement>();

  constructor(private readonly most = MOST) {}

  find(mail: Mail): Judgement | undefined {
    for (const uses of this.kinds) {
      const found = this.known.get(keyOf(mail, uses));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Remembers a judgement, and gives the one object that stands for all its equals. */
  keep(mail: Mail, judged: Judgement): Judgement {
    const text = JSON.stringify([judged.result, judged.term, judged.ends, judged.uses]);
    const one = this.different.get(text) ?? judged;
    this.different.set(text, one);
    if (this.known.size >= this.most) this.known.clear();
    this.kinds.add(one.uses);
    this.known.set(keyOf(mail, one.uses), one);
    return one;
  }
}

/** The length before the HELO name tells it from the sender, whatever is in either. */
function keyOf({ ip, sender, helo }: Mail, uses: number): string {
  if (uses === 0) return ip;
  const said = uses & USES.helo ? `${helo.length} ${helo}` : "";
  return `${uses} ${ip} ${said}${uses & USES.sender ? sender : ""}`;
}
