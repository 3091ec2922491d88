import { phrase } from "@/lib/spf/explain/en/phrase";
import type { Part } from "@/lib/spf/sentence";
import { records } from "./record-words.en";
import type { DiagnosisWords } from "./words";

/** Diagnoses, in English. */
export const EN: DiagnosisWords = {
  incomplete: {
    you: () => [
      phrase`The link does not hold all that is needed to tell what went wrong.`,
      phrase`Please copy the whole message that came back to you, from its first line to its last, and paste it here.`,
    ],
    domain: () => [
      phrase`A check needs the address of the sending server and the domain of the sender. Ask for the whole bounce and check again.`,
    ],
    receiver: () => [
      phrase`The link in the reply lacks the sending server’s address or the sender, or was cut off. Look at the template of the reply.`,
    ],
  },
  "bad-domain": {
    you: ({ domain }) => [
      phrase`The domain ${domain} of the sender address is no name that mail can come from.`,
      phrase`Check the sender address in your mail program for a typing error. If a device or a program sent the message, tell whoever set it up.`,
    ],
    domain: ({ domain }) => [
      phrase`DNS does not know ${domain}. Check that its registration has not run out, and what devices and programs use as their sender.`,
    ],
    receiver: ({ domain }) => [
      phrase`SPF cannot check ${domain}; the result is none. Nobody can reply to such a sender, so to refuse it is no mistake.`,
    ],
  },
  passes: {
    you: ({ domain, ip }) => [
      phrase`Nothing is wrong now: ${domain} allows the server ${ip} to send its mail.`,
      phrase`If your message came back all the same, send it once more; if it comes back again, look for another reason in the reply.`,
    ],
    domain: ({ domain, ip }) => [
      phrase`The record of ${domain} passes ${ip}; nothing needs mending. If it was changed lately, others may still hold the old one until its TTL runs out.`,
    ],
    receiver: ({ ip }) => [
      phrase`${ip} passes now. If the message was refused, look in the log for the result at that time and the reason.`,
    ],
  },
  "fixed-since": {
    you: () => [
      phrase`What was wrong when you sent your message has been mended since.`,
      phrase`If the message came back, send it again.`,
    ],
    domain: ({ domain }) => [
      phrase`The message did not pass then, but it does with the record that ${domain} has now. Nothing more needs mending; tell the sender to send it again.`,
    ],
    receiver: () => [
      phrase`The record seems to have changed since. If its owner says that it has not, look at your DNS cache and your SPF checker.`,
    ],
  },
  "dns-recovered": {
    you: () => [
      phrase`A passing disturbance made the check impossible then; nothing is wrong now.`,
      phrase`Mail servers usually try again by themselves. If your message has not arrived, send it once more.`,
    ],
    domain: ({ domain }) => [
      phrase`A DNS lookup for ${domain} failed then (temperror), and it passes now. Look at the name servers if this happens again.`,
    ],
    receiver: () => [
      phrase`A DNS lookup failed for a while. If other domains met a temperror at that time, look at the DNS server that you use.`,
    ],
  },
  "other-reason": {
    you: () => [
      phrase`The check of the sender address went well; the message was refused for another reason.`,
      phrase`The reply tells the reason. If it is hard to make out, show the message that came back to whoever runs your mail.`,
    ],
    domain: () => [
      phrase`SPF is not why the message was refused. Leave the record as it is, and look at the code and the text of the reply.`,
    ],
    receiver: () => [
      phrase`Another rule than SPF refused this message. If its reply links to an explanation of SPF, it should not.`,
    ],
  },
  "receiving-site-mistake": {
    you: () => [
      phrase`This does not look like your fault: the receiving mail server seems to be set up wrongly.`,
      phrase`If it is urgent, reach the recipient some other way, and ask them to pass this page on to whoever runs their mail.`,
    ],
    domain: ({ domain }) => [
      phrase`There is nothing to mend in the record of ${domain}. Tell the receiving site what is found below.`,
    ],
    receiver: ({ ip }) => [
      phrase`SPF was checked for an address that it should not be checked for, or the result was not acted on as it should be.`,
      phrase`If ${ip} is your own relay, backup MX or filter, take it out of the check, and check where mail comes in from outside.`,
    ],
  },
  "dns-trouble": {
    you: ({ domain }) => [
      phrase`At the moment nothing can be looked up about ${domain}. This usually passes, and mail servers try again by themselves.`,
      phrase`If it lasts for hours, ask whoever runs ${domain} to look at its name servers.`,
    ],
    domain: ({ domain, certainty }) => [
      certainty === "possible"
        ? phrase`No answer came for ${domain}, or for a name that its record leads to. The trouble may also lie with the receiving site’s DNS: first see whether looking them up fails from elsewhere too.`
        : phrase`Looking up ${domain}, or a name that its record leads to, brings an error.`,
      phrase`Check that every name server answers from outside by UDP and TCP, and that DNSSEC signatures have not expired.`,
    ],
    receiver: () => [
      phrase`A temperror passes. Answer with a temporary refusal (4xx), not a permanent one (5xx), so that the message is sent again.`,
    ],
  },
  "receiver-dns-trouble": {
    you: ({ trouble }) => [
      trouble === "limits"
        ? phrase`There was too much to look up, or it took too long, so this page stopped before the end. What went wrong is not known yet.`
        : phrase`This is not your fault: the receiving site seems to have trouble looking up names on the Internet.`,
      trouble === "limits"
        ? phrase`Open this page again in a while. If it says the same, pass it on to whoever runs your mail.`
        : phrase`Send the message again in a while; if it keeps coming back, tell the recipient some other way.`,
    ],
    domain: ({ domain, trouble }) => [
      trouble === "limits"
        ? phrase`What this page may look up at one time did not reach to the end of the record of ${domain}. Check that the record does not lead to too many places, and that its name servers answer quickly.`
        : phrase`This may not be about ${domain} at all. Only make sure that the domain can be looked up from elsewhere.`,
    ],
    receiver: ({ trouble }) => [
      trouble === "limits"
        ? phrase`This page stopped at its limit of look-ups. Your mail server may have got further: see its log.`
        : phrase`The DNS server that your mail server asks does not answer, or refuses to. Check that it runs, the firewall, and who may ask it; until then, answer with a temporary refusal (4xx).`,
    ],
  },
  ...records,
  helo: {
    you: ({ ip }) => [
      phrase`Your address is not the trouble, but the name by which the sending server (${ip}) introduces itself.`,
      phrase`You cannot mend that: pass this page on to whoever runs your mail.`,
    ],
    domain: ({ ip, helo }) => [
      phrase`The server ${ip} says in HELO (EHLO) that it is ${helo}, which does not pass.`,
      phrase`If you run that server, let it give its real host name, and publish an SPF record there that passes its address. If you do not know it, publish nothing.`,
    ],
    receiver: ({ helo }) => [
      phrase`The HELO name ${helo} did not pass. If the sender address (MAIL FROM) does, consider whether HELO alone is reason enough to refuse.`,
    ],
  },
  "ip-missing": {
    you: ({ domain, ip }) => [
      phrase`The list of servers that ${domain} has published lacks the server ${ip}, so your message was refused or held in doubt.`,
      phrase`Sending it again does not help: pass this page on to whoever runs your mail. If you did not send it, you can ignore it.`,
    ],
    domain: ({ ip, domain, certainty }) => [
      certainty === "likely"
        ? phrase`${ip} looks like a server of ${domain}, but is not in its SPF record.`
        : phrase`The server ${ip} sent mail in the name of ${domain}, but is not in its SPF record.`,
      phrase`First make sure that you run this server; if so, list it. If you do not know it, do not.`,
    ],
    receiver: ({ domain }) => [
      phrase`The check did what ${domain} asks for. If you must have this mail, tell that domain, and make an exception only until it is mended.`,
    ],
  },
  "provider-not-included": {
    you: ({ domain, provider }) => [
      phrase`The message went out by a server of ${provider}, which is missing from the list that ${domain} has published.`,
      phrase`If you sent it, pass this page on to whoever runs your mail. If you did not, you can ignore it.`,
    ],
    domain: ({ provider, include, domain }) => [
      phrase`The address is known to be one of ${provider}. If you send mail of ${domain} by this service, the record needs include:${include}.`,
      phrase`If you do not use the service, leave it out: it would let every customer of the service send as you.`,
    ],
    receiver: ({ provider }) => [
      phrase`The message came from a server of ${provider}. Either its sender forgot to list the service, or one of its users forwards mail to you. Look at DKIM too.`,
    ],
  },
  "wrong-outgoing-server": {
    you: ({ domain }) => [
      phrase`The message seems to have left straight from some other place, and not by a mail server that ${domain} sends by.`,
      phrase`In your mail program, set the outgoing server (SMTP) to the one that your organisation or mail service tells you, with port 587 and signing in. If you did not send it, somebody else used the address.`,
    ],
    domain: ({ ip }) => [
      phrase`${ip} does not look like a mail server of this domain. Unless you know that it is, do not list it in the SPF record.`,
      phrase`If a user’s computer, a device or a web site sends straight from there, let it send by the domain’s own server (port 587, signed in).`,
    ],
    receiver: () => [
      phrase`The message seems to have come straight in, and not by a server of the sender’s domain. Mail of malicious programs looks the same, so better make no exception.`,
    ],
  },
  forwarder: {
    you: ({ certainty }) => [
      certainty === "possible"
        ? phrase`Your message may have been passed on by another server on its way, so that the last one could not tell that it is yours. If so, this is not your fault.`
        : phrase`This is not your fault: your message seems to have been passed on by another server on its way, so that the last one could not tell that it is yours.`,
      phrase`If you know the address that the recipient really reads, write to that one. If not, let the recipient know that the forwarding is blocked.`,
      phrase`If you did not send it, you can ignore it.`,
    ],
    domain: ({ domain, via, certainty }) => [
      certainty === "possible"
        ? phrase`Another server${server(via)} may have forwarded mail of ${domain}. If so, there is nothing to mend in the record, and a server that forwards must not be listed.`
        : phrase`There is nothing to mend in the record of ${domain}; do not list the server${server(via)} that forwards.`,
      phrase`A DKIM signature survives forwarding, and lets your mail be known all the same.`,
    ],
    receiver: ({ ip, via, certainty }) => [
      certainty === "possible"
        ? phrase`The server ${ip}${server(via)} may have forwarded the message. If so, it should rewrite the envelope sender (SRS).`
        : phrase`The server ${ip}${server(via)} seems to have forwarded the message. It should rewrite the envelope sender (SRS).`,
      phrase`If your own user asked for the forwarding, list the server as a trusted forwarder, or go by DKIM.`,
    ],
  },
  forger: {
    you: ({ certainty }) => [
      certainty === "possible"
        ? phrase`Somebody else may have sent this message with your address. If you did not send it, you need not do anything.`
        : phrase`It seems that somebody else sent this message with your address. If you did not send it, you need not do anything.`,
      phrase`Do not open attachments or links in the message that came back; delete it.`,
      phrase`If you did send it, pass this page on to whoever runs your mail.`,
    ],
    domain: ({ domain, ip, certainty }) => [
      certainty === "possible"
        ? phrase`Nothing suggests that ${ip} is a server of ${domain}. If you do not know it, SPF did what it is for: there is nothing to do, and it must not be listed in the record.`
        : phrase`Nothing suggests that ${ip} is a server of ${domain}. SPF did what it is for: there is nothing to do, and it must not be listed in the record.`,
    ],
    receiver: () => [
      phrase`SPF seems to have done its work on a forged message, and there is nothing to do. Make no exception for this server.`,
    ],
  },
  unlisted: {
    you: ({ domain, ip }) => [
      phrase`The server ${ip} that sent the message is not on the list that ${domain} has published.`,
      phrase`If you sent it, pass this page on to whoever runs your mail.`,
      phrase`If you did not, somebody else used the address, and you can ignore it.`,
    ],
    domain: ({ domain, ip }) => [
      phrase`${ip} is not in the SPF record of ${domain}; whose server it is cannot be told from what is known.`,
      phrase`List it only if you run it or have a contract for it. If you do not know it, it is a forger’s or a forwarder’s: leave things as they are.`,
    ],
    receiver: ({ domain }) => [
      phrase`The check did what ${domain} asks for. Make no exception before that domain confirms that the server is its own.`,
    ],
  },
};

/** " (host)", where a server is known by name. */
function server(via: string | null): Part[] {
  return via === null ? [] : phrase` (${via})`;
}
