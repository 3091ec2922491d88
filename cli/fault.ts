/** A command was called in a way it cannot follow; ends with exit code 2. */
export class UsageFault extends Error {}

/** The exit codes of every command. */
export const OK = 0;
export const FAILED = 1;
export const USAGE = 2;
