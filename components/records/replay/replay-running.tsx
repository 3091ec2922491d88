import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Language } from "@/lib/spf/sentence";
import { type RecordsAddress, recordsHref } from "../address";
import { ReplayPoller } from "./replay-poller";
import type { ShownReplay } from "./shown-replay";

interface Props {
  job: Extract<ShownReplay, { id: string }>;
  address: RecordsAddress;
  language: Language;
}

/** How far a replay is, the way to end it, and without script the way to look again. */
export function ReplayRunning({ job, address, language }: Props) {
  const t = useTranslations("recordReplay.running");
  const path = `/records/replay/${encodeURIComponent(job.id)}`;
  const texts = { label: t("label"), waiting: t("waiting"), running: t("running"), lost: t("lost") };
  return (
    <div className="max-w-xl space-y-3">
      <ReplayPoller
        path={path}
        first={{ state: job.state, progress: job.progress }}
        texts={texts}
        language={language}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <form method="post" action={path}>
          <button type="submit" className="rounded-md border border-line px-3 py-1.5 hover:bg-sunk">
            {t("cancel")}
          </button>
        </form>
        <Link
          href={recordsHref(address, { job: job.id })}
          prefetch={false}
          scroll={false}
          className="link text-muted"
        >
          {t("lookAgain")}
        </Link>
      </div>
    </div>
  );
}
