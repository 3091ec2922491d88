import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { WhyPage } from "@/components/why/why-page";
import { readConfig } from "@/lib/config/config";
import { isDemoDomain } from "../demo";
import { readLanguage } from "../language";
import { whoIs } from "../signed-in";
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
      <WhyPage
        answer={answer}
        language={readLanguage(await getLocale())}
        isUnread={isUnread}
        isDemo={await isDemoDomain(answer.request.domain)}
        hasWorkbench={readConfig().publicRecords || (await whoIs()) !== null}
      />
    </>
  );
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("why"))("title") };
}
