import { expect, test } from "vitest";
import { browserOf } from "./browser";

const MOZILLA = "Mozilla/5.0";
const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/142.0.0.0 Safari/537.36`, "Chrome", "Windows"],
  [`${MOZILLA} (Windows NT 10.0) ${WEBKIT} Chrome/142.0.0.0 Safari/537.36 Edg/142.0`, "Edge", "Windows"],
  [`${MOZILLA} (Windows NT 10.0) ${WEBKIT} Chrome/138.0 Whale/4.34 Safari/537.36`, "Whale", "Windows"],
  [`${MOZILLA} (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0`, "Firefox", "Linux"],
  [
    `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/26.1 Safari/605`,
    "Safari",
    "macOS",
  ],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605 CriOS/142.0 Mobile Safari/604`,
    "Chrome",
    "iOS",
  ],
  [
    `${MOZILLA} (Linux; Android 16) ${WEBKIT} SamsungBrowser/29.0 Chrome/136.0`,
    "Samsung Internet",
    "Android",
  ],
  ["curl/8.5.0", "curl", null],
  ["", null, null],
])("%s is %s on %s", (userAgent, browser, system) => {
  expect(browserOf(userAgent)).toEqual({ browser, system });
});
