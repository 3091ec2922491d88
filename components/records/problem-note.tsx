import Link from "next/link";
import { useTranslations } from "next-intl";
import { visibleText } from "@/lib/mail/visible-text";
import { type RecordsAddress, recordsHref } from "./address";

/** Why the parts below the editor have nothing to show. */
export type DeskProblem =
  | { kind: "domain" }
  | { kind: "long"; length: number; most: number }
  | { kind: "wait"; seconds: number };

/** Says why there is nothing to show, and that the draft is kept. */
export function ProblemNote({ problem, address }: { problem: DeskProblem; address: RecordsAddress }) {
  const t = useTranslations("records.problems");
  const values = {
    given: visibleText(address.domain ?? ""),
    length: problem.kind === "long" ? problem.length : 0,
    most: problem.kind === "long" ? problem.most : 0,
    seconds: problem.kind === "wait" ? problem.seconds : 0,
  };
  return (
    <div role="alert" className="space-y-2 rounded-md bg-warn-ground px-3 py-2 text-sm text-warn">
      <p className="wrap-anywhere">{t(problem.kind, values)}</p>
      {problem.kind === "wait" && (
        <p>
          <Link href={recordsHref(address)} prefetch={false} className="link">
            {t("again")}
          </Link>
        </p>
      )}
    </div>
  );
}
