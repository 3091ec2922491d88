import en from "./en.json";
import enRecordEditor from "./en.record-editor.json";
import enRecordPublish from "./en.record-publish.json";
import enRecordTraffic from "./en.record-traffic.json";
import enRecordTree from "./en.record-tree.json";
import enRecords from "./en.records.json";
import enRejectLinks from "./en.reject-links.json";
import enSignIn from "./en.sign-in.json";
import enSources from "./en.sources.json";
import enStory from "./en.story.json";
import enWhy from "./en.why.json";
import ko from "./ko.json";
import koRecordEditor from "./ko.record-editor.json";
import koRecordPublish from "./ko.record-publish.json";
import koRecordTraffic from "./ko.record-traffic.json";
import koRecordTree from "./ko.record-tree.json";
import koRecords from "./ko.records.json";
import koRejectLinks from "./ko.reject-links.json";
import koSignIn from "./ko.sign-in.json";
import koSources from "./ko.sources.json";
import koStory from "./ko.story.json";
import koWhy from "./ko.why.json";

/** Every text of the pages, per language; one file per area. */
export const TEXTS = {
  ko: {
    ...ko,
    ...koRecordEditor,
    ...koRecordPublish,
    ...koRecordTraffic,
    ...koRecordTree,
    ...koRecords,
    ...koRejectLinks,
    ...koSignIn,
    ...koSources,
    ...koStory,
    ...koWhy,
  },
  en: {
    ...en,
    ...enRecordEditor,
    ...enRecordPublish,
    ...enRecordTraffic,
    ...enRecordTree,
    ...enRecords,
    ...enRejectLinks,
    ...enSignIn,
    ...enSources,
    ...enStory,
    ...enWhy,
  },
};
