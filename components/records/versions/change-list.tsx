import { useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import type { DiffTerm } from "@/lib/spf/edit/record-diff";

const SHOWN = 30;
const SIGNS = { added: "+", removed: "−", moved: "↕", "changed-qualifier": "±", kept: "" } as const;

/** The terms that a record gains, loses or moves, each on a line. */
export function ChangeList({ terms }: { terms: readonly DiffTerm[] }) {
  const t = useTranslations("recordVersions.changes");
  const more = terms.length - SHOWN;
  if (terms.length === 0) return null;
  return (
    <ul className="space-y-0.5 text-sm">
      {terms.slice(0, SHOWN).map(({ state, text, was, published, draft }) => (
        <li key={`${state} ${published?.from} ${draft?.from}`} className="flex gap-x-2">
          <span aria-hidden="true" className="w-4 shrink-0 text-center font-mono text-muted">
            {SIGNS[state]}
          </span>
          <span className="min-w-0 wrap-anywhere">
            <span className="text-muted">{t(state)}</span>{" "}
            {state === "changed-qualifier" && was !== null && (
              <>
                <Term text={was} /> →{" "}
              </>
            )}
            <Term text={text} />
          </span>
        </li>
      ))}
      {more > 0 && <li className="text-muted">{t("more", { count: more })}</li>}
    </ul>
  );
}

function Term({ text }: { text: string }) {
  return (
    <code className="font-mono">
      <QuotedText text={text} />
    </code>
  );
}
