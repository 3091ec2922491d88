import { useTranslations } from "next-intl";
import type { Role, Sender } from "@/lib/spf/senders/sender";

const LOOKS: Record<Role, string> = {
  own: "border-accent text-accent",
  provider: "border-accent text-accent",
  forwarder: "border-warn/50 bg-warn-ground text-warn",
  forger: "border-warn bg-warn text-panel",
  unknown: "border-line bg-sunk text-muted",
};

/** What a client seems to be, and how sure that is; a guess is never shown without. */
export function RoleBadge({ role, certainty }: { role: Role; certainty: Sender["certainty"] | null }) {
  const t = useTranslations("recordTraffic");
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5 text-xs leading-5">
      <span className={`rounded border px-1.5 font-medium whitespace-nowrap ${LOOKS[role]}`}>
        {t(`roles.${role}`)}
      </span>
      {certainty !== null && role !== "unknown" && (
        <span className="text-muted">{t(`certainty.${certainty}`)}</span>
      )}
    </span>
  );
}
