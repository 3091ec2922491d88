import { wholeText } from "@/components/spf/whole-text";

/** A value as a field may hold it: what hides in it would hide in the field, so that it stays empty then. */
export function fieldText(value: string | null): string {
  return value !== null && wholeText(value) === value ? value : "";
}
