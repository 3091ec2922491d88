import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Zone } from "@/lib/logs/zone";
import type { ToldMessage } from "@/lib/queries/story";
import { FactList } from "./fact-list";
import { Heading } from "./heading";
import { OtherLines } from "./other-lines";
import { StoryList } from "./story-list";

/** One message: what became of it, what is recorded, and its story with the lines that prove it. */
export function MessagePage({ told, zone, zoneName }: { told: ToldMessage; zone: Zone; zoneName: string }) {
  const t = useTranslations("story");
  const { message, story } = told;
  return (
    <div className="space-y-4 pt-4">
      <p className="text-sm">
        <Link href="/messages" prefetch={false} className="text-accent underline underline-offset-2">
          {t("toList")}
        </Link>
      </p>
      <Heading message={message} />
      <FactList message={message} story={story} zone={zone} zoneName={zoneName} />
      <StoryList message={message} story={story} zone={zone} />
      <OtherLines story={story} />
    </div>
  );
}
