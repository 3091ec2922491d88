import { useTranslations } from "next-intl";
import { SentenceView } from "@/components/spf/sentence-view";
import { Panel } from "@/components/ui/panel";
import { bindRecord } from "@/lib/spf/publish/bind-record";
import { allPair, type PairHalf } from "@/lib/spf/publish/pair";
import { endSentences } from "@/lib/spf/publish/words";
import type { Language } from "@/lib/spf/sentence";
import type { RecordsAddress } from "../address";
import { TtlForm } from "./ttl-form";
import { ZoneLinesView } from "./zone-lines-view";

interface Props {
  address: RecordsAddress;
  domain: string;
  draft: string;
  /** Seconds. */
  ttl: number;
  /** How many records it takes the place of. */
  replaced: number;
  language: Language;
}

/** The draft as lines of a zone file, and with either end, each with what it asks of receivers. */
export function ZonePanel({ address, domain, draft, ttl, replaced, language }: Props) {
  const t = useTranslations("recordPublish.zone");
  const own = bindRecord(domain, draft, ttl);
  const pair = allPair(domain, draft, ttl);
  return (
    <Panel title={t("title")}>
      <div className="space-y-4 px-4 pb-4 text-sm">
        <TtlForm address={address} draft={draft} ttl={ttl} language={language} />
        {own === null && <p className="text-warn">{t("cannot")}</p>}
        {own !== null && <p className="text-muted">{t("note")}</p>}
        {own !== null && <ZoneLinesView record={own} />}
        {replaced > 0 && own !== null && <p>{t("replaces", { count: replaced })}</p>}
        {pair !== null && <Pair pair={pair} language={language} />}
      </div>
    </Panel>
  );
}

function Pair({ pair, language }: { pair: readonly PairHalf[]; language: Language }) {
  const t = useTranslations("recordPublish.zone");
  return (
    <div className="space-y-2 border-t border-line pt-4">
      <h3 className="font-semibold">{t("pair")}</h3>
      <div className="grid gap-4 lg:grid-cols-2">
        {pair.map(({ all, record, isDraft }) => (
          <div key={all} className="min-w-0 space-y-2">
            <p>
              <code className="font-mono font-semibold">{all}</code>{" "}
              {isDraft && <span className="text-muted">{t("own")}</span>}
            </p>
            <ul className="list-disc space-y-1 ps-5">
              {endSentences(all, language).map((sentence, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of one end never move
                <li key={n}>
                  <SentenceView sentence={sentence} />
                </li>
              ))}
            </ul>
            {!isDraft && <ZoneLinesView record={record} />}
          </div>
        ))}
      </div>
    </div>
  );
}
