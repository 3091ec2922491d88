import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ask } from "@/app/database";
import { serverZone } from "@/app/i18n/request";
import { decodedSegment } from "@/app/page-view";
import { signedIn } from "@/app/signed-in";
import { MessagePage } from "@/components/message/message-page";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { DatabaseFault } from "@/lib/db/faults";
import { zoneOf } from "@/lib/logs/zone";
import { visibleText } from "@/lib/mail/visible-text";
import { toldMessage } from "@/lib/queries/story";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ host: string; queueId: string }> };

export default async function Page({ params }: Props) {
  const { host, queueId } = await params;
  const person = await signedIn();
  if (person instanceof DatabaseFault)
    return <DatabaseTrouble fault={person} again={`/messages/${host}/${queueId}`} />;
  const [name, id] = [decodedSegment(host), decodedSegment(queueId)];
  if (name === null || id === null) notFound();
  const told = await ask((reader) => toldMessage(reader, name, id));
  if (told === null) notFound();
  if (told instanceof DatabaseFault)
    return <DatabaseTrouble fault={told} again={`/messages/${host}/${queueId}`} />;
  const zoneName = serverZone();
  return <MessagePage told={told} zone={zoneOf(zoneName) ?? zoneOf("UTC")!} zoneName={zoneName} />;
}

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("story");
  return { title: t("pageTitle", { queueId: visibleText(decodedSegment((await params).queueId) ?? "") }) };
}
