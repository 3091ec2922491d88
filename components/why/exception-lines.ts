import type { DiagnosisKind } from "@/lib/why/diagnosis/diagnosis";

/** Kinds where an exception would let in what SPF is there to keep out, or where none is needed. */
const NOT_EXCEPTED: DiagnosisKind[] = [
  "forger",
  "wrong-outgoing-server",
  "bad-domain",
  "passes",
  "fixed-since",
  "dns-recovered",
  "other-reason",
];

/** Whether it makes sense to tell how a server is exempted from the check. */
export function mayBeExcepted(kind: DiagnosisKind): boolean {
  return !NOT_EXCEPTED.includes(kind);
}

/** What each SPF checker takes to leave one address alone, from its own documentation. */
export function exceptionLines(ip: string): { checker: string; place: string; line: string }[] {
  const isLong = ip.includes(":");
  const network = `${ip}/${isLong ? 128 : 32}`;
  return [
    { checker: "spfmilter", place: "--whitelist FILE", line: ip },
    {
      checker: "smf-spf",
      place: "smf-spf.conf",
      line: `${isLong ? "WhitelistIP6" : "WhitelistIP"} ${network}`,
    },
    { checker: "spf-engine", place: "policyd-spf.conf", line: `Whitelist = ${network}` },
  ];
}
