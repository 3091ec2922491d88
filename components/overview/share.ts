/** A part of a whole from 0 to 1; 0 of nothing is 0. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** One decimal, and more where a part that is not 0 would look like it, or one that is not all like all. */
export function shareDigits(share: number): number {
  if (share === 0 || share === 1) return 0;
  return share < 0.001 || share > 0.999 ? 2 : 1;
}
