import { getLocale } from "next-intl/server";
import { ProblemNote } from "@/components/records/problem-note";
import { FindingsView } from "@/components/records/tree/findings-view";
import { SizesView } from "@/components/records/tree/sizes-view";
import { TreeView } from "@/components/records/tree/tree-view";
import { reportRecord } from "@/lib/spf/record-report";
import { readLanguage } from "../language";
import { TURN } from "../turns";
import type { Desk } from "./desk";

/** The draft with all that it includes, what that costs, and what is wrong with it. */
export async function TreePanel({ desk }: { desk: Desk }) {
  const { address, domain, draft, published } = desk;
  const report = await desk.work((resolver) => reportRecord({ domain, text: draft }, resolver));
  if (report === null) return <ProblemNote problem={{ kind: "wait", seconds: TURN }} address={address} />;
  const language = readLanguage(await getLocale());
  const shared = { text: draft, address, language };
  return (
    <div className="space-y-4">
      <FindingsView findings={report.findings} {...shared} />
      <TreeView report={report} {...shared} />
      {draft.trim() !== "" && (
        <SizesView
          text={draft}
          domain={domain}
          published={published?.status === "error" ? null : (published?.txt ?? null)}
        />
      )}
    </div>
  );
}
