/** Seconds: what most zones have, and the longest that can be asked for, a week. */
export const USUAL_TTL = 3_600;
export const LONGEST_TTL = 604_800;
