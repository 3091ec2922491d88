import { useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import type { NetworkPlace, Overlap } from "@/lib/spf/bill/bill";

const SHOWN = 8;
const UNFOLDED = 60;

/** Networks that lie in others of the tree, and what comes of it. */
export function OverlapList({ overlaps, count }: { overlaps: readonly Overlap[]; count: number }) {
  const t = useTranslations("recordTree.overlaps");
  const rest = overlaps.slice(SHOWN, SHOWN + UNFOLDED);
  const more = count - SHOWN;
  return (
    <div className="space-y-2 px-4 pb-4 text-sm">
      <Listed overlaps={overlaps.slice(0, SHOWN)} />
      {more > 0 && (
        <details>
          <summary className="text-muted">{t("more", { count: more })}</summary>
          <Listed overlaps={rest} />
          {more > rest.length && <p className="text-muted">{t("rest", { count: more - rest.length })}</p>}
        </details>
      )}
    </div>
  );
}

function Listed({ overlaps }: { overlaps: readonly Overlap[] }) {
  const t = useTranslations("recordTree.overlaps");
  return (
    <ul className="space-y-1.5">
      {overlaps.map((overlap, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the overlaps of one tree never move
        <li key={n} className="min-w-0">
          <p className="wrap-anywhere">
            <Place place={overlap.inner} /> <span aria-hidden="true">⊂ </span>
            <span className="sr-only">{t("liesIn")} </span>
            <Place place={overlap.outer} />
          </p>
          <p className="text-xs text-muted">{t(effectOf(overlap))}</p>
        </li>
      ))}
    </ul>
  );
}

function effectOf({
  isUnreachable,
  agrees,
}: Overlap): "redundant" | "contradicted" | "covered" | "exception" {
  if (isUnreachable) return agrees ? "redundant" : "contradicted";
  return agrees ? "covered" : "exception";
}

function Place({ place: { network, term, where } }: { place: NetworkPlace }) {
  const isSaid = term.endsWith(network);
  return (
    <>
      <span className="font-mono">
        <QuotedText text={isSaid ? term : network} />
      </span>{" "}
      <span className="text-xs text-muted">
        {!isSaid && <QuotedText text={term} />}{" "}
        {where.length > 0 && (
          <>
            (<QuotedText text={where.at(-1)!} />)
          </>
        )}
      </span>
    </>
  );
}
