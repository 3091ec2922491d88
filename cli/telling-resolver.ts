import { visibleText } from "@/lib/mail/visible-text";
import type { Answer, RecordType, Resolver } from "@/lib/spf";
import type { Call } from "./command";
import { type DnsValues, readSessions } from "./dns-options";

/** Failures that are told one by one. */
const TOLD = 5;

/** A resolver by the options, that tells on standard error what gets no answer, the first few times. Throws UsageFault. */
export async function tellingResolver(
  { config, stop, err }: Call,
  values: DnsValues,
  command: string,
): Promise<Resolver> {
  const resolver = (await readSessions(values, config, stop, err))();
  const told = new Set<string>();
  const tell = (name: string, type: RecordType, answer: Answer) => {
    const question = `${type} ${visibleText(name)}`;
    if (answer.status === "error" && told.size < TOLD && !told.has(question)) {
      told.add(question);
      err.write(`whyspf ${command}: no answer to ${question}: ${visibleText(answer.reason)}\n`);
    }
    return answer;
  };
  return {
    resolve(name, type) {
      const answer = resolver.resolve(name, type);
      return answer instanceof Promise
        ? answer.then((one) => tell(name, type, one))
        : tell(name, type, answer);
    },
  };
}
