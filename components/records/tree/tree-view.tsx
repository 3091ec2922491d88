import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { RecordBill } from "@/lib/spf/bill/bill";
import { cheapestRemoval } from "@/lib/spf/bill/cheapest-removal";
import { isClientIp } from "@/lib/spf/check-host";
import type { MacroMessage } from "@/lib/spf/explain/macros";
import type { RecordReport } from "@/lib/spf/record-report";
import type { Language } from "@/lib/spf/sentence";
import type { RecordsAddress } from "../address";
import { BillSummary } from "./bill-summary";
import { CheapestWay } from "./cheapest-way";
import { drawnTree } from "./drawn-tree";
import { MacroList } from "./macro-list";
import { macroTerms } from "./macro-terms";
import { OverlapList } from "./overlap-list";
import { TreeHead } from "./tree-columns";
import { TreeRows } from "./tree-rows";

/** Rows that are drawn of a tree at most. */
const MOST = 300;
/** Of the message that macros are told for, where the address names none: in the middle of 2023. */
const EXAMPLE_TIME = 1_688_169_600_000;

interface Props {
  report: RecordReport;
  /** What is in the editor; the report is about it. */
  text: string;
  address: RecordsAddress;
  language: Language;
}

/** A record with all below it and what it costs, the cheapest way back under the limit, overlaps and macros. */
export function TreeView({ report, text, address, language }: Props) {
  const t = useTranslations("recordTree");
  const { bill } = report;
  const removal = bill === null ? null : cheapestRemoval(bill);
  const macros = bill === null ? [] : macroTerms(bill.root);
  return (
    <div className="space-y-4">
      <Panel title={t("bill")}>
        <BillSummary report={report} />
      </Panel>
      {removal !== null && removal.terms.length > 0 && (
        <Panel title={t("cheapest.title")}>
          <CheapestWay removal={removal} text={text} address={address} />
        </Panel>
      )}
      {bill !== null && (
        <Panel title={t("title")}>
          <div className="px-4 pb-4 text-sm">
            {bill.root.terms.length === 0 ? (
              <p className="text-muted">
                {bill.root.text ? t("noTerms") : t(`root.${rootState(bill.root)}`)}
              </p>
            ) : (
              <>
                <TreeHead />
                <TreeRows record={bill.root} branch={drawnTree(bill.root, MOST)} depth={0} />
              </>
            )}
          </div>
        </Panel>
      )}
      {bill !== null && bill.overlapCount > 0 && (
        <Panel title={t("overlaps.title")}>
          <OverlapList overlaps={bill.overlaps} count={bill.overlapCount} />
        </Panel>
      )}
      {macros.length > 0 && (
        <Panel title={t("macros.title")}>
          <MacroList terms={macros} message={messageOf(address)} language={language} />
        </Panel>
      )}
    </div>
  );
}

/** Why there is nothing to draw. */
function rootState({ status }: RecordBill) {
  return (["none", "nxdomain", "several", "error"] as const).find((one) => one === status) ?? "empty";
}

/** The message of the what-if view where there is one, else one made up. */
function messageOf({ ip, sender, helo, domain }: RecordsAddress): MacroMessage {
  const at = domain ?? "example.com";
  return {
    ip: ip !== null && isClientIp(ip) ? ip : "192.0.2.1",
    sender: sender ?? `user@${at}`,
    helo: helo ?? `mail.${at}`,
    time: EXAMPLE_TIME,
  };
}
