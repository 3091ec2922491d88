import Link from "next/link";
import { useTranslations } from "next-intl";
import type { StoryLine } from "@/lib/queries/message-story";
import { subjectHref } from "./links";
import { StrangeText } from "./strange-text";

/** A line of the log as it stands there, whole, with where that is. */
export function LogLine({ line, number }: { line: StoryLine; number: number }) {
  const t = useTranslations("story.lines");
  const { log, path, offset, texts, cut } = line;
  return (
    <figure
      id={`line-${number}`}
      className="min-w-0 scroll-mt-4 rounded border border-line bg-sunk target:border-accent"
    >
      <figcaption className="flex flex-wrap gap-x-2 px-3 pt-1.5 text-xs text-muted">
        <span className="font-medium text-ink">{t("ref", { number })}</span>
        <Link href={subjectHref("sources", log)} prefetch={false} className="underline underline-offset-2">
          <StrangeText text={t("where", { name: nameOf(path), offset })} />
        </Link>
      </figcaption>
      <div lang="en" className="px-3 py-1.5 font-mono text-xs leading-5 whitespace-pre-wrap [tab-size:4]">
        {texts.map((text, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a log never move
          <p key={n}>
            <StrangeText text={text} keepsTabs />
          </p>
        ))}
      </div>
      {cut && <p className="px-3 pb-1.5 text-xs text-muted">{t("cut")}</p>}
    </figure>
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
