import { phrase } from "@/lib/spf/explain/en/phrase";
import type { LetterWords } from "./letter";

/** A text to pass on, in English. */
export const EN: LetterWords = {
  opening: {
    domain: (domain) =>
      phrase`To whoever runs the mail of ${domain}: a message with a sender at this domain met with trouble in the receiver’s SPF check.`,
    receiver: (domain) =>
      phrase`To whoever runs the receiving mail server: a message with a sender at ${domain} met with trouble in the SPF check.`,
  },
  ip: (ip) => phrase`Address of the sending server: ${ip}`,
  domain: (domain) => phrase`Domain of the sender: ${domain}`,
  helo: (helo) => phrase`HELO name: ${helo}`,
  receiver: (receiver) => phrase`Receiving server: ${receiver}`,
  time: (time) => phrase`Time: ${time}`,
  reply: (reply) => phrase`Reply: ${reply}`,
  result: (then, now) =>
    then === null ? phrase`SPF result: ${[now]} now` : phrase`SPF result: ${[then]} then, ${[now]} now`,
  cause: (title, certainty) => phrase`Finding: ${[title]} (${[certainty]})`,
  record: () => phrase`An SPF record that could be published once this has been confirmed:`,
  authorising: (ip) =>
    phrase`An SPF record that could be published once this has been confirmed. It lets ${ip} send: add it only if that server is yours, or one that you have a contract for.`,
  closing: () => phrase`This text was put together by the mail server’s help page.`,
};
