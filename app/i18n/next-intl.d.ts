import type { Locale } from "./locale";
import type { TEXTS } from "./texts/all";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: (typeof TEXTS)["ko"];
  }
}
