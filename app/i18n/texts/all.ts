import en from "./en.json";
import enRejectLinks from "./en.reject-links.json";
import enSignIn from "./en.sign-in.json";
import enSources from "./en.sources.json";
import enStory from "./en.story.json";
import enWhy from "./en.why.json";
import ko from "./ko.json";
import koRejectLinks from "./ko.reject-links.json";
import koSignIn from "./ko.sign-in.json";
import koSources from "./ko.sources.json";
import koStory from "./ko.story.json";
import koWhy from "./ko.why.json";

/** Every text of the pages, per language; one file per area. */
export const TEXTS = {
  ko: { ...ko, ...koRejectLinks, ...koSignIn, ...koSources, ...koStory, ...koWhy },
  en: { ...en, ...enRejectLinks, ...enSignIn, ...enSources, ...enStory, ...enWhy },
};
