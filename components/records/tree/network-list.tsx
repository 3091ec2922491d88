import { useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";

const SHOWN = 8;
const UNFOLDED = 400;

/** Networks or terms that say them: the first of them, and the rest to be unfolded. */
export function NetworkList({ networks }: { networks: readonly string[] }) {
  const t = useTranslations("recordTree");
  const rest = networks.slice(SHOWN);
  const more = rest.length - UNFOLDED;
  return (
    <div className="min-w-0 font-mono text-xs wrap-anywhere">
      <p>
        <Listed networks={networks.slice(0, SHOWN)} />
      </p>
      {rest.length > 0 && (
        <details>
          <summary className="font-sans text-muted">{t("moreNetworks", { count: rest.length })}</summary>
          <p>
            <Listed networks={rest.slice(0, UNFOLDED)} />
          </p>
          {more > 0 && <p className="font-sans text-muted">{t("restOfNetworks", { count: more })}</p>}
        </details>
      )}
    </div>
  );
}

function Listed({ networks }: { networks: readonly string[] }) {
  return networks.map((network, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: networks may be said twice, and never move
    <span key={n}>
      <QuotedText text={network} />{" "}
    </span>
  ));
}
