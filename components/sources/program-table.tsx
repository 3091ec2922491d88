import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { SenderText } from "@/components/ui/sender-text";
import { visibleText } from "@/lib/mail/visible-text";
import type { ProgramLines } from "@/lib/queries/unknown-lines";
import { FATES } from "./fates";

/** What became of each program's lines, with those that nobody knows. */
export function ProgramTable({ programs, total }: { programs: ProgramLines[]; total: number }) {
  const t = useTranslations("sources.detail");
  const fates = useTranslations("sources.logs");
  if (programs.length === 0) {
    return (
      <Panel title={t("programs")}>
        <p className="px-4 pb-4 text-sm text-muted">{t("noPrograms")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("programs")}>
      <table className="table">
        <caption className="sr-only">{t("programsCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("program")}</th>
            {FATES.map((fate) => (
              <th key={fate} scope="col" className="number">
                {fates(fate)}
              </th>
            ))}
          </tr>
        </thead>
        {programs.map((program) => (
          <Program key={program.program} program={program} />
        ))}
      </table>
      {total > programs.length && (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          {t("programsRest", { shown: programs.length, total })}
        </p>
      )}
    </Panel>
  );
}

function Program({ program }: { program: ProgramLines }) {
  const t = useTranslations("sources.detail");
  const format = useFormatter();
  const { samples } = program;
  return (
    <tbody>
      <tr>
        <th scope="row" className="w-full max-w-0">
          <SenderText text={program.program || t("noProgram")} />
        </th>
        {FATES.map((fate) => (
          <td key={fate} className={`number ${fate === "unknown" && program.unknown > 0 ? "text-warn" : ""}`}>
            {format.number(program[fate])}
          </td>
        ))}
      </tr>
      {samples.length > 0 && (
        <tr>
          <td colSpan={4} className="border-t-0 pt-0">
            <Samples samples={samples} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Samples({ samples }: { samples: string[] }) {
  const t = useTranslations("sources.detail");
  return (
    <details>
      <summary className="w-fit rounded text-muted underline underline-offset-2">
        {t("samples", { count: samples.length })}
      </summary>
      <ul className="mt-1 space-y-1 rounded bg-sunk px-2 py-1.5 font-mono text-xs">
        {samples.map((text, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be there twice
          <li key={n} className="[overflow-wrap:anywhere]">
            <bdi>{visibleText(text)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
