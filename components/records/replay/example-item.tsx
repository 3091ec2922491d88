import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { wallSecond } from "@/components/overview/wall-format";
import { SenderText } from "@/components/ui/sender-text";
import { messageHref } from "@/components/ui/view";
import type { Zone } from "@/lib/logs/zone";
import type { ReplayExample } from "@/lib/queries/replay-report";

/** A stored message to look at: when, and as whom. The recipient is nobody's business here. */
export function ExampleItem({ example, zone }: { example: ReplayExample; zone: Zone }) {
  const t = useTranslations("recordReplay.clients");
  const format = useFormatter();
  const { host, queueId, time, envelopeFrom, helo } = example;
  return (
    <li className="flex flex-wrap gap-x-2">
      <Link href={messageHref(host, queueId)} prefetch={false} className="link whitespace-nowrap">
        <time dateTime={new Date(time).toISOString()}>{wallSecond(format, time, zone)}</time>
      </Link>
      <SenderText text={envelopeFrom === "" ? "<>" : envelopeFrom} />
      {helo !== null && <SenderText text={t("helo", { helo })} className="text-muted" />}
    </li>
  );
}
