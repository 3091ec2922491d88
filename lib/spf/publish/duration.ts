import type { Language } from "../sentence";

const UNITS = [
  { seconds: 86_400, ko: "일", en: "day" },
  { seconds: 3_600, ko: "시간", en: "hour" },
  { seconds: 60, ko: "분", en: "minute" },
  { seconds: 1, ko: "초", en: "second" },
];

/** Seconds in words, in the two largest units that are not 0: "1시간 30분", "1 hour 30 minutes". */
export function duration(seconds: number, language: Language): string {
  let rest = Math.max(0, Math.floor(seconds));
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count === 0 || parts.length === 2) continue;
    parts.push(language === "ko" ? `${count}${unit.ko}` : `${count} ${unit.en}${count === 1 ? "" : "s"}`);
  }
  return parts.join(" ") || (language === "ko" ? "0초" : "0 seconds");
}
