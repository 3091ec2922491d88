import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { ToldDomains } from "@/lib/queries/told-domains";
import { type CheckerLine, checkerLines } from "@/lib/why/checker-lines";
import { loggedCheckers } from "@/lib/why/logged-checkers";
import { redirectLines } from "@/lib/why/redirect-lines";
import { CheckerSteps } from "./checker-steps";
import { CodeLines } from "./code-lines";
import { ToldTable } from "./told-table";

interface Props {
  /** The address of the page for strangers. */
  base: string;
  /** Checkers as the logs name them. */
  logged: string[];
  told: ToldDomains;
}

/** For the admin: how checkers come to print links to the why page, and who was told what there. */
export function RejectLinksPage({ base, logged, told }: Props) {
  const t = useTranslations("rejectLinks");
  const seen = loggedCheckers(logged);
  const lines = checkerLines(base);
  const own = lines.filter(({ name }) => seen.has(name));
  const isLocal = /^https?:\/\/(?:127\.|localhost\b|\[::1\])/i.test(base);
  return (
    <div className="space-y-4 pt-5">
      <header className="space-y-2">
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <p className="max-w-3xl text-sm text-muted">{t("lead")}</p>
        <p className="text-sm">
          {t("address")}{" "}
          <a href="/why" className="link [overflow-wrap:anywhere]">
            {base}
          </a>
        </p>
        {isLocal && <p className="rounded bg-warn-ground px-3 py-2 text-sm text-warn">{t("local")}</p>}
      </header>
      <ToldTable told={told} />
      {own.length > 0 && <Checkers title={t("logged")} note={t("loggedNote")} lines={own} isOpen />}
      <Checkers
        title={own.length > 0 ? t("others") : t("all")}
        note={t("order")}
        lines={lines.filter(({ name }) => !seen.has(name))}
      />
      <Panel title={t("redirects")}>
        <div className="space-y-3 px-4 pb-4 text-sm">
          <p className="text-muted">{t("redirectsNote")}</p>
          {redirectLines(base).map(({ server, text }) => (
            <CodeLines key={server} label={server} text={text} />
          ))}
        </div>
      </Panel>
    </div>
  );
}

function Checkers(props: { title: string; note: string; lines: CheckerLine[]; isOpen?: boolean }) {
  const { title, note, lines, isOpen = false } = props;
  return (
    <Panel title={title}>
      <p className="px-4 pb-3 text-sm text-muted">{note}</p>
      <ul className="text-sm">
        {lines.map((line) => (
          <li key={line.name} className="border-t border-line">
            <CheckerSteps line={line} isOpen={isOpen} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
