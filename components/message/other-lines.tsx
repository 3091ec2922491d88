import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Story, StoryLine } from "@/lib/queries/message-story";
import type { Missing } from "@/lib/queries/original-lines";
import { LogLine } from "./log-line";
import { StrangeText } from "./strange-text";

/** The lines that prove no step, and those that cannot be read now, with the reason. */
export function OtherLines({ story: { lines } }: { story: Story }) {
  const t = useTranslations("story.lines");
  const idle = lines.flatMap((line, n) => (line.missing === null && line.step === null ? [{ line, n }] : []));
  return (
    <>
      {lines.length === 0 && <p className="text-sm text-muted">{t("none")}</p>}
      {idle.length > 0 && (
        <Panel title={t("others")}>
          <div className="space-y-2 px-4 pb-4">
            {idle.map(({ line, n }) => (
              <LogLine key={n} line={line} number={n + 1} />
            ))}
          </div>
        </Panel>
      )}
      <MissingLines lines={lines} />
    </>
  );
}

function MissingLines({ lines }: { lines: StoryLine[] }) {
  const t = useTranslations("story.lines");
  const groups = groupsOf(lines);
  if (groups.length === 0) return null;
  return (
    <Panel title={t("missingTitle")}>
      <p className="px-4 pb-2 text-sm">{t("missingIntro")}</p>
      <ul>
        {groups.map(({ path, reason, count }) => (
          <li key={`${reason} ${path}`} className="border-t border-line px-4 py-2 text-sm">
            <p className="flex flex-wrap gap-x-2">
              <StrangeText
                text={path === "" ? t("unknownLog") : path}
                className="font-mono text-xs leading-5"
              />
              <span className="text-muted">{t("count", { count })}</span>
            </p>
            <p>{t(`missing.${reason}`)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function groupsOf(lines: StoryLine[]): { path: string; reason: Missing; count: number }[] {
  const groups = new Map<string, { path: string; reason: Missing; count: number }>();
  for (const { path, missing } of lines) {
    if (missing === null) continue;
    const group = groups.get(`${missing} ${path}`) ?? { path, reason: missing, count: 0 };
    group.count++;
    groups.set(`${missing} ${path}`, group);
  }
  return [...groups.values()];
}
