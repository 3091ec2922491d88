import { SubjectPage } from "@/app/subject-page";
import { visibleText } from "@/lib/mail/visible-text";
import { decodedSegment, type PageProps } from "../../page-view";

export const dynamic = "force-dynamic";

type Props = PageProps<{ ip: string }>;

export default async function Page({ params, searchParams }: Props) {
  return <SubjectPage kind="client" segment={(await params).ip} parameters={await searchParams} />;
}

export async function generateMetadata({ params }: Props) {
  return { title: visibleText(decodedSegment((await params).ip) ?? "") };
}
