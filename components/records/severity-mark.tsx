import type { Severity } from "@/lib/spf/lint/rules";

// The sign is drawn, and not read out: the word beside it says the same.
const LOOKS: Record<Severity, string> = {
  error: "border-(--result-fail) bg-(--result-fail)/10 before:content-['✕'_/_'']",
  warning: "border-(--result-softfail) bg-(--result-softfail)/10 before:content-['!'_/_'']",
  info: "border-line bg-sunk before:content-['i'_/_'']",
};

/** How much a finding matters, as a sign and a word, alike wherever findings are listed. */
export function SeverityMark({ severity, label }: { severity: Severity; label: string }) {
  return (
    <span
      className={`inline-flex h-fit shrink-0 items-center gap-1 rounded-sm border px-1.5 text-xs leading-5 before:w-2.5 before:text-center ${LOOKS[severity]}`}
    >
      {label}
    </span>
  );
}
