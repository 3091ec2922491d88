import Link from "next/link";
import { useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import { TraceView } from "@/components/spf/trace-view";
import { Panel } from "@/components/ui/panel";
import type { Bill } from "@/lib/spf/bill/bill";
import type { CheckResult } from "@/lib/spf/check-host";
import type { Language } from "@/lib/spf/sentence";
import { type RecordsAddress, recordsHref } from "../address";
import type { WhatIfAnswer } from "./answer";
import { treeRecords } from "./tree-records";
import { VerdictPair } from "./verdict-pair";
import { WhatIfForm } from "./what-if-form";

/** A client that was seen sending as the domain. */
export interface SeenClient {
  ip: string;
  sender: string;
  helo: string;
}

const SEEN = 8;

interface Props {
  address: RecordsAddress;
  answer: WhatIfAnswer;
  /** The tree of the draft, whose names may be chosen; null where DNS was not asked for it. */
  bill: Bill | null;
  seen?: readonly SeenClient[];
  language: Language;
}

/** Any message against what is published and against the draft, with both traces side by side. */
export function WhatIfView({ address, answer, bill, seen = [], language }: Props) {
  const t = useTranslations("recordTree.whatIf");
  const { published, draft } = answer;
  const records = bill === null ? [] : treeRecords(bill.root);
  return (
    <div className="space-y-4">
      <Panel title={t("title")} note={<span className="text-sm text-muted">{t("note")}</span>}>
        <WhatIfForm address={address} problems={answer.problems} records={records} />
        {seen.length > 0 && <Seen address={address} seen={seen} />}
      </Panel>
      {published !== null && (
        <>
          <Panel title={t("verdict")}>
            <VerdictPair answer={{ ...answer, published }} domain={address.domain} language={language} />
          </Panel>
          <div className={`grid items-start gap-4 ${draft === null ? "" : "xl:grid-cols-2"}`}>
            <TracePanel title={t("tracePublished")} check={published} language={language} />
            {draft !== null && <TracePanel title={t("traceDraft")} check={draft} language={language} />}
          </div>
        </>
      )}
    </div>
  );
}

function TracePanel({ title, check, language }: { title: string; check: CheckResult; language: Language }) {
  if (check.trace === null) return null;
  return (
    <Panel title={title}>
      <div className="px-4 pb-4">
        <TraceView trace={check.trace} language={language} />
      </div>
    </Panel>
  );
}

/** Links that fill in who was seen. */
function Seen({ address, seen }: { address: RecordsAddress; seen: readonly SeenClient[] }) {
  const t = useTranslations("recordTree.whatIf");
  return (
    <div className="space-y-1 border-t border-line px-4 py-3 text-sm">
      <p className="text-muted">{t("seen")}</p>
      <ul className="grid gap-x-6 gap-y-1 md:grid-cols-2">
        {seen.slice(0, SEEN).map(({ ip, sender, helo }) => (
          <li key={`${ip} ${sender} ${helo}`} className="min-w-0 wrap-anywhere">
            <Link href={recordsHref(address, { ip, sender, helo })} prefetch={false} className="link">
              <QuotedText text={ip} />
            </Link>{" "}
            <span className="text-xs text-muted">
              <QuotedText text={sender === "" ? "<>" : sender} /> · <QuotedText text={helo} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
