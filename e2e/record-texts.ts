import en from "@/app/i18n/texts/en.json" with { type: "json" };
import enRecordEditor from "@/app/i18n/texts/en.record-editor.json" with { type: "json" };
import enRecordPublish from "@/app/i18n/texts/en.record-publish.json" with { type: "json" };
import enRecordTraffic from "@/app/i18n/texts/en.record-traffic.json" with { type: "json" };
import enRecordTree from "@/app/i18n/texts/en.record-tree.json" with { type: "json" };
import enRecords from "@/app/i18n/texts/en.records.json" with { type: "json" };
import ko from "@/app/i18n/texts/ko.json" with { type: "json" };
import koRecordEditor from "@/app/i18n/texts/ko.record-editor.json" with { type: "json" };
import koRecordPublish from "@/app/i18n/texts/ko.record-publish.json" with { type: "json" };
import koRecordTraffic from "@/app/i18n/texts/ko.record-traffic.json" with { type: "json" };
import koRecordTree from "@/app/i18n/texts/ko.record-tree.json" with { type: "json" };
import koRecords from "@/app/i18n/texts/ko.records.json" with { type: "json" };

/** The words of the workbench, per language; app/i18n/texts/all.ts cannot be read by the test runner. */
export const RECORD_TEXTS = {
  ko: { ...ko, ...koRecordEditor, ...koRecordPublish, ...koRecordTraffic, ...koRecordTree, ...koRecords },
  en: { ...en, ...enRecordEditor, ...enRecordPublish, ...enRecordTraffic, ...enRecordTree, ...enRecords },
};
