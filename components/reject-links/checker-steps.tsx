import { useLocale, useTranslations } from "next-intl";
import { type CheckerLine, checkerWords } from "@/lib/why/checker-lines";
import { CodeLines } from "./code-lines";

/** What to write where for one checker, to be unfolded; its limits are told beside its name. */
export function CheckerSteps({ line, isOpen }: { line: CheckerLine; isOpen: boolean }) {
  const t = useTranslations("rejectLinks");
  const { name, title, way, link, steps } = line;
  const { place, notes } = checkerWords(name, useLocale());
  const limits = [
    ...(way === "setting" ? [] : [t(`limits.${way}`)]),
    ...(link === "bare" ? [t("limits.bare")] : []),
  ];
  return (
    <details open={isOpen}>
      <summary className="px-4 py-2">
        <span className="font-medium">{title}</span>
        {limits.map((limit) => (
          <span key={limit} className="ms-2 rounded bg-sunk px-2 py-0.5 text-xs text-muted">
            {limit}
          </span>
        ))}
      </summary>
      <div className="space-y-3 px-4 pb-4">
        {steps.map(({ file, text }) => (
          <CodeLines key={`${file} ${text}`} label={file ?? place ?? ""} text={text} isPath={file !== null} />
        ))}
        <ul className="list-disc space-y-1 ps-5 text-muted">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
