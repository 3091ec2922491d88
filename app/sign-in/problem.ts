import { getFormatter, getTranslations } from "next-intl/server";
import { PASSWORD } from "@/lib/accounts/auth";

/** What can go wrong with a form of the sign-in, as it stands in the address of the page that tells it. */
export type Problem = "wrong" | "limited" | "database" | "length" | "current";

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const DAY = 24 * 3_600_000;

export type Query = Record<string, string | string[] | undefined>;

/** The sentence for the problem that a page's address names; null for none. */
export async function problemIn({ problem, until }: Query): Promise<string | null> {
  const t = await getTranslations("signIn.problems");
  if (problem === "limited") {
    const time = Number(until);
    // Anyone may write an address: only what can be true is shown.
    if (!(time > Date.now() && time < Date.now() + DAY)) return t("limitedForNow");
    return t("limited", { until: (await getFormatter()).dateTime(time, CLOCK) });
  }
  if (problem === "length") return t("length", PASSWORD);
  if (problem === "wrong" || problem === "database" || problem === "current") return t(problem);
  return null;
}
