import en from "../messages/en.json";
import enSignIn from "../messages/en.sign-in.json";
import enSources from "../messages/en.sources.json";
import enStory from "../messages/en.story.json";
import ko from "../messages/ko.json";
import koSignIn from "../messages/ko.sign-in.json";
import koSources from "../messages/ko.sources.json";
import koStory from "../messages/ko.story.json";

/** Every text of the pages, per language; one file per area. */
export const TEXTS = {
  ko: { ...ko, ...koSignIn, ...koSources, ...koStory },
  en: { ...en, ...enSignIn, ...enSources, ...enStory },
};
