import { named } from "./client";

/** In whose name the wave of phishing comes. */
export const WAVE_DOMAIN = "haneul-bank.example.kr";
/** The partner that moves to a mail service before its record does. */
export const CHANGED_DOMAIN = "daon-trade.example.kr";
/** From where its newsletter comes, which softfails meanwhile. */
export const NEWS_DOMAIN = `news.${CHANGED_DOMAIN}`;
/** The mail service that it moves to. */
export const SERVICE_DOMAIN = "sendcloud.example";

/** What the partner sent from before. */
export const OLD_SERVERS = [
  named(`mail.${CHANGED_DOMAIN}`, "192.0.2.71"),
  named(`mail2.${CHANGED_DOMAIN}`, "192.0.2.72"),
];
/** What it sends from now. */
export const NEW_SERVERS = [3, 4, 5, 6].map((which) =>
  named(`out-${which}.${SERVICE_DOMAIN}`, `192.0.2.${180 + which}`),
);
