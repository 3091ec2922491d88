import Link from "next/link";
import { SenderText } from "@/components/ui/sender-text";
import type { Zone } from "@/lib/logs/zone";
import type { ReplayExample } from "@/lib/queries/replay-report";
import { ExampleItem } from "./example-item";

/** A client's address, which leads to its page, and the name that was logged for it. */
export function ClientNames({ ip, clientName }: { ip: string; clientName: string | null }) {
  return (
    <>
      <Link href={`/clients/${encodeURIComponent(ip)}`} prefetch={false} className="link">
        <SenderText text={ip} />
      </Link>
      {clientName !== null && <SenderText text={clientName} className="text-muted" />}
    </>
  );
}

/** Some of a client's messages, which lead to their pages. */
export function ExampleList({ examples, zone }: { examples: readonly ReplayExample[]; zone: Zone }) {
  return (
    <ul className="space-y-1">
      {examples.map((example) => (
        <ExampleItem key={`${example.host} ${example.queueId}`} example={example} zone={zone} />
      ))}
    </ul>
  );
}
