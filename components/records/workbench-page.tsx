import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DemoZoneNote } from "@/components/spf/demo-zone-note";
import { QuotedText } from "@/components/spf/sentence-view";
import { startingText } from "@/lib/spf/draft/starting-text";
import type { Published } from "@/lib/spf/published";
import { LOG_VIEWS, type RecordsAddress, recordsHref, VIEWS } from "./address";
import { RecordEditor } from "./editor/record-editor";
import { type DeskProblem, ProblemNote } from "./problem-note";

interface Props {
  address: RecordsAddress;
  /** What is published at the domain; null without one. */
  published: Published | null;
  /** Whether the domain is the demo's. */
  isDemo: boolean;
  draft: string;
  problem: DeskProblem | null;
  isSignedIn: boolean;
  /** What kept a draft from being saved. */
  fault: string | null;
  /** The part that the address chooses. */
  children: ReactNode;
}

/** The workbench: the record of a domain in an editor, and below it one of several ways to look at it. */
export function WorkbenchPage(props: Props) {
  const { address, published, isDemo, draft, problem, isSignedIn, fault, children } = props;
  const t = useTranslations("records");
  return (
    <div className="space-y-4 pt-5">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 space-y-1">
          <h1 className="text-xl font-semibold wrap-anywhere [&_bdi]:font-semibold">
            {address.domain === null
              ? t("headingNone")
              : t.rich("heading", { domain: () => <QuotedText text={address.domain!} /> })}
          </h1>
          {published !== null && <PublishedState published={published} draft={draft} />}
          {isDemo && <DemoZoneNote />}
        </div>
        <DomainChange address={address} />
      </header>
      {fault !== null && (
        <p role="alert" className="rounded-md bg-warn-ground px-3 py-2 text-sm text-warn">
          {fault}
        </p>
      )}
      <RecordEditor
        address={address}
        published={published?.texts.length ? startingText(published.texts) : null}
      >
        <Views address={address} isSignedIn={isSignedIn} />
        {problem === null ? children : <ProblemNote problem={problem} address={address} />}
      </RecordEditor>
      {!isSignedIn && (
        <p className="text-sm text-muted">
          <Link href={`/sign-in?next=${encodeURIComponent(recordsHref(address))}`} className="link">
            {t("signIn")}
          </Link>
        </p>
      )}
    </div>
  );
}

function PublishedState({ published, draft }: { published: Published; draft: string }) {
  const t = useTranslations("records.published");
  const { status, text, texts } = published;
  const isSame = status === "one" && text === draft;
  const tone = status === "one" ? "text-muted" : "text-warn";
  const state = status !== "one" ? status : isSame ? "one" : "changed";
  return <p className={`text-sm ${tone}`}>{t(state, { count: texts.length })}</p>;
}

/** A form, so that a draft goes along to the domain it is meant for, and the part that is looked at stays. */
function DomainChange({ address }: { address: RecordsAddress }) {
  const t = useTranslations("records");
  return (
    <form method="get" action="/records" className="flex min-w-0 gap-2 text-sm">
      {address.domain === null && address.record !== null && (
        <input type="hidden" name="record" value={address.record} />
      )}
      {address.view !== "tree" && <input type="hidden" name="view" value={address.view} />}
      <input
        name="domain"
        required
        maxLength={255}
        aria-label={address.domain === null ? t("start.domainLabel") : t("changeLabel")}
        placeholder={address.domain === null ? t("start.domainLabel") : t("changeLabel")}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="w-44 min-w-0 rounded-md border border-line bg-panel px-2.5 py-1 placeholder:text-muted"
      />
      <button
        type="submit"
        className="rounded-md border border-line bg-panel px-2.5 py-1 whitespace-nowrap hover:border-muted"
      >
        {address.domain === null ? t("start.open") : t("change")}
      </button>
    </form>
  );
}

function Views({ address, isSignedIn }: { address: RecordsAddress; isSignedIn: boolean }) {
  const t = useTranslations("records.views");
  const shown = VIEWS.filter((view) => isSignedIn || !LOG_VIEWS.includes(view));
  return (
    <nav aria-label={t("label")} className="border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-1 text-sm">
        {shown.map((view) => (
          <li key={view}>
            <Link
              href={recordsHref(address, { view, check: false })}
              prefetch={false}
              scroll={false}
              aria-current={view === address.view ? "page" : undefined}
              className="block border-b-2 border-transparent px-3 py-2 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {t(view)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
