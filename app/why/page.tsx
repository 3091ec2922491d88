import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { WhyPage } from "@/components/why/why-page";
import { readLanguage } from "../language";
import { whyAnswer } from "./answer";
import { whyTarget } from "./target";

export const dynamic = "force-dynamic";

export default async function Page() {
  const answer = await whyAnswer();
  const isUnread = /[?&]bounce=unread\b/.test(await whyTarget());
  return (
    <>
      {/* The front (cli/front/plain-page.ts) makes a status of it. */}
      {answer.retryAfter !== null && <meta name="retry-after" content={String(answer.retryAfter)} />}
      <WhyPage answer={answer} language={readLanguage(await getLocale())} isUnread={isUnread} />
    </>
  );
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("why"))("title") };
}
