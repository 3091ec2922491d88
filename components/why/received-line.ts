import { wholeText } from "@/components/spf/whole-text";
import { receivedSpf } from "@/lib/spf/headers/received-spf";
import type { WhyAnswer } from "@/lib/why/answer";

/** The header field that a server which checked now would write (RFC 7208 section 9.1); null where nothing was checked. */
export function receivedLine({ now, checks, request }: WhyAnswer): string | null {
  const { sender, helo, ip, receiver } = request;
  if (now?.trace == null || ip === null) return null;
  const { result, reason, mechanism, trace } = now;
  const identity = now === checks.helo || sender === null || sender === "" ? "helo" : "mailfrom";
  const isProper = reason === "match" || reason === "no-match";
  const parts = receivedSpf({
    result,
    identity,
    domain: trace.domain,
    clientIp: ip,
    envelopeFrom: identity === "helo" ? "" : sender!,
    helo: helo ?? "",
    receiver,
    mechanism: isProper ? (mechanism ?? "default") : mechanism,
    problem: isProper || result === "none" ? null : reason,
  });
  return wholeText(["Received-SPF:", ...parts].join(" "));
}
