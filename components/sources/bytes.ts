import { useFormatter } from "next-intl";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Writes a number of bytes in the unit that suits it. */
export function useBytes(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    const value = bytes / 1000 ** power;
    const unitDisplay = power === 0 ? "long" : "short";
    const maximumFractionDigits = power === 0 || value >= 100 ? 0 : 1;
    return format.number(value, { style: "unit", unit: UNITS[power], unitDisplay, maximumFractionDigits });
  };
}
