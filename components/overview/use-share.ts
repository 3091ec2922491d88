import { useFormatter } from "next-intl";
import { shareDigits, shareOf } from "./share";

/** Writes a part of a whole as a percentage. */
export function useShare(): (part: number, whole: number) => string {
  const format = useFormatter();
  return (part, whole) => {
    const share = shareOf(part, whole);
    const maximumFractionDigits = shareDigits(share);
    const smallest = 0.0001;
    const text = (value: number) => format.number(value, { style: "percent", maximumFractionDigits });
    if (share > 0 && share < smallest) return `< ${text(smallest)}`;
    if (share < 1 && share > 1 - smallest) return `> ${text(1 - smallest)}`;
    return text(share);
  };
}
