import { useTranslations } from "next-intl";
import type { WhyRequest } from "@/lib/why/request";

/** Whether a link asks anything at all. */
export function isAsked({ sender, helo, ip, receiver, problems }: WhyRequest): boolean {
  const isGiven = [sender, helo, ip, receiver].some((value) => value !== null);
  return isGiven || problems.some(({ kind }) => kind !== "missing");
}

/** What the page is, what it still needs to know, or when to come again, where there is no answer. */
export function Unanswered({ request, retryAfter }: { request: WhyRequest; retryAfter: number | null }) {
  const t = useTranslations("why.unanswered");
  const state = retryAfter !== null ? "later" : isAsked(request) ? "partial" : "welcome";
  return (
    <header className="space-y-3">
      <h1 className="text-xl leading-snug font-semibold text-balance sm:text-2xl">{t(`${state}.title`)}</h1>
      <p>{t(`${state}.text`, { seconds: retryAfter ?? 0 })}</p>
    </header>
  );
}
