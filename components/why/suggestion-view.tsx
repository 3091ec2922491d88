import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RecordView } from "@/components/spf/record-view";
import { ResultBadge } from "@/components/spf/result-badge";
import { wholeText } from "@/components/spf/whole-text";
import type { EditReason, Pair, Suggestion } from "@/lib/spf/draft/suggestion";
import { editSpans } from "./edit-spans";
import { Copyable } from "./part";

const AUTHORISES: EditReason[] = ["authorise-client", "authorise-provider", "create-record"];

/** A suggested record beside the published one: what changes and why, its zone lines, and both ends it may have. */
export function SuggestionView({ suggestion }: { suggestion: Suggestion }) {
  const t = useTranslations("why.suggestion");
  const { published, edits, warnings, zoneLines, pair, lookups } = suggestion;
  const zone = zoneLines.join("\n");
  const isInPair = pair !== null && [pair.fail, pair.softfail].some((lines) => lines.join("\n") === zone);
  const spans = editSpans(suggestion);
  const reasons = [...new Set(edits.map(({ reason }) => reason))];
  return (
    <div className="space-y-4">
      {reasons.some((reason) => AUTHORISES.includes(reason)) && (
        <p className="rounded-md bg-warn-ground px-3 py-2 text-warn">{t("onlyYours")}</p>
      )}
      <div className="space-y-1">
        <p className="text-sm text-muted">{t("published")}</p>
        {published === null ? (
          <p>{t("unpublished")}</p>
        ) : (
          <RecordView text={published} spans={spans.before} />
        )}
      </div>
      <div className="space-y-1">
        <p className="text-sm text-muted">{t("suggested")}</p>
        <RecordView text={suggestion.suggested ?? ""} spans={spans.after} />
      </div>
      <ul className="list-disc space-y-1 ps-5">
        {reasons.map((reason) => (
          <li key={reason}>{t(`reasons.${reason}`)}</li>
        ))}
      </ul>
      <Effect suggestion={suggestion} />
      <p className="text-sm">{t("lookups", { lookups })}</p>
      {warnings.map((warning) => (
        <p key={warning} className="text-warn">
          {t(`warnings.${warning}`)}
        </p>
      ))}
      {!isInPair && <Copyable label={t("zone")} text={wholeText(zone)} />}
      {pair !== null && (
        <>
          <p>{t(isInPair ? "pair.title" : "pair.instead")}</p>
          <PairOfEnds pair={pair} own={zone} />
        </>
      )}
    </div>
  );
}

function Effect({ suggestion: { before, after } }: { suggestion: Suggestion }) {
  const t = useTranslations("why.suggestion");
  if (after === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span className="text-muted">{t("effect")}</span>
      <ResultBadge result={before.result} />
      <span aria-hidden="true">→</span>
      <ResultBadge result={after.result} />
    </p>
  );
}

/** The same record with either end, each with what it asks receivers to do; `own` has the end that is published. */
function PairOfEnds({ pair, own }: { pair: Pair; own: string }) {
  const t = useTranslations("why.suggestion.pair");
  const term = (text: ReactNode) => <code className="font-mono font-semibold">{text}</code>;
  return (
    <div className="space-y-3">
      {(["fail", "softfail"] as const).map((end) => {
        const lines = pair[end].join("\n");
        const label = (
          <>
            {t.rich(end, { term })} {lines === own && <strong>{t("own")}</strong>}
          </>
        );
        return <Copyable key={end} label={label} text={wholeText(lines)} />;
      })}
    </div>
  );
}
