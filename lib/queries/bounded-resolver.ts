import type { Answer, RecordType, Resolver } from "@/lib/spf/resolver";

/** What one report may ask of DNS: questions that differ, and until when (epoch ms). */
export interface DnsBounds {
  questions: number;
  until: number;
  clock: () => number;
  signal?: AbortSignal;
}

const REFUSED: Answer = { status: "error", reason: "budget" };
const FAILED: Answer = { status: "error", reason: "failed" };

/**
 * Gives the same answer to the same question all the time, and an error once the bounds are reached. It never throws,
 * whatever the resolver below does.
 */
export function boundedResolver(below: Resolver, { questions, until, clock, signal }: DnsBounds): Resolver {
  const known = new Map<string, Answer | Promise<Answer>>();
  const askBelow = (name: string, type: RecordType, key: string) => {
    try {
      const given = below.resolve(name, type);
      if ("status" in given) return given;
      return given
        .catch(() => FAILED)
        .then((answer) => {
          known.set(key, answer);
          return answer;
        });
    } catch {
      return FAILED;
    }
  };
  return {
    resolve(name, type) {
      const key = `${type} ${name.toLowerCase()}`;
      const held = known.get(key);
      if (held !== undefined) return held;
      if (known.size >= questions || clock() >= until || signal?.aborted) return REFUSED;
      const given = askBelow(name, type, key);
      known.set(key, given);
      return given;
    },
  };
}
