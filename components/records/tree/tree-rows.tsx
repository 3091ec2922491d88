import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QuotedText } from "@/components/spf/sentence-view";
import type { RecordBill, TermBill } from "@/lib/spf/bill/bill";
import { branchAddresses } from "@/lib/spf/bill/branch";
import { NO_VOIDS } from "@/lib/spf/bill/voids";
import { providerOfInclude } from "@/lib/spf/draft/providers";
import type { Branch } from "./drawn-tree";
import { NetworkList } from "./network-list";
import { hasTrouble, isBad, stateOf, type TermState } from "./term-state";
import { COLUMNS, TreeNumbers } from "./tree-columns";

/** The terms of a record, each with what it costs and, to be folded, what it leads to. */
export function TreeRows(props: { record: RecordBill; branch: Branch; depth: number }) {
  const { record, branch, depth } = props;
  const t = useTranslations("recordTree");
  const ruled = depth === 0 ? "divide-y divide-line" : "ms-1.5 border-s border-line ps-3";
  return (
    <ul className={ruled}>
      {branch.rows.map((row) =>
        row.kind === "term" ? (
          <li key={row.term.from} className="min-w-0">
            <TermRow term={row.term} domain={record.domain} isOpen={depth === 0}>
              {row.below !== null && row.term.within!.terms.length > 0 && (
                <TreeRows record={row.term.within!} branch={row.below} depth={depth + 1} />
              )}
            </TermRow>
          </li>
        ) : (
          <li key={row.terms[0]!.from} className="min-w-0">
            <NetworksRow terms={row.terms} />
          </li>
        ),
      )}
      {branch.rest > 0 && <li className="py-1 ps-5 text-muted">{t("moreTerms", { count: branch.rest })}</li>}
    </ul>
  );
}

/** Networks that stand together are one row. */
function NetworksRow({ terms }: { terms: TermBill[] }) {
  const [first] = terms;
  const all = { ...first!, networks: terms.flatMap(({ networks }) => networks) };
  return (
    <div className={COLUMNS}>
      <div className="min-w-0 ps-5">
        <NetworkList networks={terms.map(({ text }) => text)} />
        <StateText state={stateOf(first!, null)} />
      </div>
      <TreeNumbers lookups={0} below={0} voids={NO_VOIDS} addresses={branchAddresses(all)} />
    </div>
  );
}

function TermRow(props: { term: TermBill; domain: string | null; isOpen: boolean; children: ReactNode }) {
  const { term, domain, isOpen, children } = props;
  const { within, networks, name } = term;
  const isListed = networks.length > 0 && name !== "ip4" && name !== "ip6";
  const head = <TermHead term={term} domain={domain} isFolded={isListed || Boolean(children)} />;
  if (!isListed && !children) return head;
  return (
    <details open={isOpen || (within !== null && hasTrouble(within))}>
      <summary className="list-none">{head}</summary>
      <div className="pb-1 md:ps-2">
        {isListed && (
          <div className="ps-5 md:ps-3">
            <NetworkList networks={networks} />
          </div>
        )}
        {children}
      </div>
    </details>
  );
}

function TermHead(props: { term: TermBill; domain: string | null; isFolded: boolean }) {
  const { term, domain, isFolded } = props;
  const { text, qualifier, name, lookups, voidLookups, within } = term;
  const isMatching = qualifier !== null || name === "redirect";
  return (
    <div className={COLUMNS}>
      <div className="flex min-w-0 gap-x-1">
        <span
          aria-hidden="true"
          className="h-fit w-4 shrink-0 text-center text-muted [details[open]>summary_&]:rotate-90"
        >
          {isFolded && "▸"}
        </span>
        <div className="min-w-0">
          <span className={`font-mono ${term.isReached || !isMatching ? "" : "text-muted"}`}>
            <QuotedText text={text} />
          </span>{" "}
          <TermNotes term={term} />
          <StateText state={stateOf(term, domain)} />
        </div>
      </div>
      <TreeNumbers
        lookups={lookups}
        below={within === null || within.status === "loop" ? 0 : within.lookups}
        voids={voidLookups}
        addresses={!isMatching || !term.isReached ? null : name === "all" ? "rest" : branchAddresses(term)}
      />
    </div>
  );
}

/** Whose servers a term is about, and the name that it leads to where its text does not say it. */
function TermNotes({ term: { target, text, name, names, explanation } }: { term: TermBill }) {
  const t = useTranslations("recordTree");
  const provider = target === null ? null : providerOfInclude(target);
  const isSaid = target === null || text.toLowerCase().includes(target.toLowerCase());
  return (
    <span className="text-xs text-muted">
      {!isSaid && (
        <>
          <span aria-hidden="true">→ </span>
          <QuotedText text={target} />{" "}
        </>
      )}
      {provider !== null && (name === "include" || name === "redirect") && `${provider.name} `}
      {names > 0 && `${t("exchangers", { count: names })} `}
      {explanation !== null && (
        <>
          {t("explanation")} <QuotedText text={explanation} />
        </>
      )}
    </span>
  );
}

function StateText({ state }: { state: TermState | null }) {
  const t = useTranslations("recordTree.states");
  if (state === null) return null;
  return <span className={`block text-xs ${isBad(state) ? "text-warn" : "text-muted"}`}>{t(state)}</span>;
}
