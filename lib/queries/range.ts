/** A span of time, epoch ms, from inclusive to exclusive. */
export interface TimeRange {
  from: number;
  to: number;
}
