import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SenderGroup } from "@/lib/spf/senders/sender";

/**
 * Addresses of the workbench with a group's terms put into the draft, taken out of it, and with the term for all of its
 * network put in; null where that changes nothing.
 */
export interface GroupHrefs {
  on: string | null;
  off: string | null;
  whole: string | null;
}

const MARKS = { all: "✓", some: "–", none: "" } as const;

interface Props {
  name: string;
  isAuthorised: SenderGroup["isAuthorised"];
  hrefs: GroupHrefs;
}

/** Looks like a box to tick; it is a link that puts a group into the draft, or takes it out. */
export function GroupTick({ name, isAuthorised, hrefs }: Props) {
  const t = useTranslations("recordTraffic.tick");
  const href = isAuthorised === "all" ? hrefs.off : hrefs.on;
  const face = (
    <>
      <span
        aria-hidden="true"
        className={`flex size-4 shrink-0 items-center justify-center rounded-sm border text-xs font-bold ${
          isAuthorised === "none" ? "border-muted bg-panel" : "border-accent bg-accent text-on-accent"
        }`}
      >
        {MARKS[isAuthorised]}
      </span>
      {t(isAuthorised)}
    </>
  );
  const look = "inline-flex items-center gap-2 rounded-md px-2 py-1 font-medium whitespace-nowrap";
  if (href === null)
    return (
      <span className={`${look} text-muted`} title={t(isAuthorised === "all" ? "otherTerm" : "cannot")}>
        {face}
      </span>
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        title={t(`${isAuthorised}Note`)}
        className={`${look} border border-line bg-panel hover:border-accent`}
      >
        {face}
        <span className="sr-only">
          {" "}
          {name}. {t(`${isAuthorised}Note`)}
        </span>
      </Link>
      {isAuthorised === "some" && hrefs.off !== null && (
        <Link href={hrefs.off} prefetch={false} scroll={false} className="link text-xs">
          {t("takeOut")} <span className="sr-only">{name}</span>
        </Link>
      )}
    </span>
  );
}
