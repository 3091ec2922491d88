import type { Part } from "../../sentence";
import type { PlainScene, PlainWords } from "../words";
import { phrase } from "./phrase";

/** What a lay sender is told, in English. */
export const plain: PlainWords = {
  askedMailfrom: ({ ip, domain }) =>
    phrase`The receiving mail server looked up whether the server ${ip} may send mail with a sender address at ${domain}.`,
  askedHelo: ({ ip, domain }) =>
    phrase`The server ${ip} gave its name as ${domain}, and the receiving mail server looked up whether it may use that name.`,
  cases: {
    pass: () => [
      phrase`Yes, the domain allows it.`,
      phrase`If the message was refused all the same, that has another reason; look for it in the reply.`,
    ],
    "fail-all": (scene) => [
      phrase`The domain has published the servers that send its mail, ${scene.ip} is not among them, and it says that no other server may.`,
      phrase`The receiving server may therefore take the message for one with a forged sender, and refuse it.`,
      own(scene, "not listed"),
    ],
    "fail-named": (scene) => [
      phrase`The domain has published that this server in particular may not send its mail.`,
      phrase`The receiving server may therefore take the message for one with a forged sender, and refuse it.`,
      own(scene, "ruled out"),
    ],
    softfail: (scene) => [
      phrase`The domain has published the servers that send its mail, and ${scene.ip} is probably not one of them.`,
      phrase`Such mail is usually accepted, but may be marked as suspicious or put into the spam folder.`,
      own(scene, "not listed"),
    ],
    neutral: ({ domain }) => [
      phrase`The domain says neither yes nor no about this server.`,
      phrase`The message is treated as if the domain had said nothing, so other signs decide what becomes of it.`,
      phrase`If it was refused, those who run the mail of ${domain} can help by stating which servers send its mail.`,
    ],
    "no-record": ({ domain }) => [
      phrase`The domain has not published which servers send its mail, so there was no answer.`,
      phrase`Some receivers are stricter with such mail.`,
      phrase`Those who run the mail of ${domain} can publish the list; nothing is wrong with the message itself.`,
    ],
    "bad-domain": ({ domain }) => [
      phrase`That is not possible, as ${domain} is no complete domain name.`,
      phrase`Check the sender address set in your mail program; for mail sent by a device or a program, ask whoever set it up.`,
    ],
    "bad-ip": ({ ip }) => [
      phrase`That is not possible, as ${ip} is no valid server address.`,
      phrase`This may come from an address that was cut off or mistyped; try again with the whole address or link from the reply.`,
    ],
    "dns-error": ({ domain }) => [
      phrase`The answer could not be had at the time, because a name server did not respond.`,
      phrase`This usually passes by itself: mail servers try again, and so can you in a while.`,
      phrase`If it lasts for hours, those who run ${domain} should look at its name servers.`,
    ],
    syntax: ({ at, domain }) => [
      phrase`What ${at} has published about this contains a mistake in writing, so it cannot be read.`,
      ...theirFault(domain),
    ],
    "lookup-limit": ({ domain }) => [
      phrase`What the domain has published refers to too many other places; receivers stop after ten.`,
      ...theirFault(domain),
    ],
    "void-limit": ({ domain }) => [
      phrase`What the domain has published refers to several names that no longer exist, so receivers stop reading it.`,
      ...theirFault(domain),
    ],
    "mx-limit": ({ domain }) => [
      phrase`What the domain has published refers to more than ten servers by a single entry, which receivers do not accept.`,
      ...theirFault(domain),
    ],
    "several-records": ({ at, domain }) => [
      phrase`${at} has published more than one list of its servers, and it is not clear which one holds.`,
      ...theirFault(domain),
    ],
    "include-none": ({ domain }) => [
      phrase`What the domain has published refers to another domain's list, which does not exist.`,
      ...theirFault(domain),
    ],
    "redirect-none": ({ domain }) => [
      phrase`The domain leaves the answer to another domain, which has none.`,
      ...theirFault(domain),
    ],
  },
};

function own({ ip, domain }: PlainScene, trouble: string): Part[] {
  return phrase`If the message is yours, send it through the mail server that your organisation or provider tells you to use; if you did, tell those who run the mail of ${domain} that ${ip} is ${[trouble]}. If it is not yours, someone else used the address.`;
}

function theirFault(domain: string): Part[][] {
  return [
    phrase`As long as that is so, receivers cannot tell real mail from forged mail, and may refuse it.`,
    phrase`You cannot mend this by sending again: those who run the mail of ${domain} have to correct it, so tell them.`,
  ];
}
