import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wholeText } from "@/components/spf/whole-text";
import { Copyable } from "@/components/why/part";
import type { BindRecord } from "@/lib/spf/publish/bind-record";

/** A record as a zone file has it, to be copied whole. */
export function ZoneLinesView({ record, label }: { record: BindRecord; label?: ReactNode }) {
  const t = useTranslations("recordPublish.zone");
  const { lines, strings } = record;
  return (
    <div className="space-y-1">
      <Copyable label={label} text={wholeText(lines.join("\n"))} />
      {strings.length > 1 && (
        <p className="text-xs text-muted">
          {t("split", { count: strings.length, lengths: strings.map(({ length }) => length).join(" + ") })}
        </p>
      )}
    </div>
  );
}
