import { accessSync, constants, existsSync, statSync } from "node:fs";
import { rotatedCopies } from "@/lib/store/rotated-copies";

const PLACES = [
  "/var/log/maillog",
  "/var/log/mail.log",
  "/var/log/mail/mail.log",
  "/var/log/mail/info",
  "/var/log/syslog.mail",
  "/var/log/procmail.log",
  "/var/log/procmail",
  "/var/log/procmaillog",
];

/** A log of this machine, and the rotated copies of it. */
export interface MachineLog {
  path: string;
  readable: boolean;
  copies: string[];
}

/** The mail logs that this machine keeps in their usual places. */
export function machineLogs(places: readonly string[] = PLACES): MachineLog[] {
  return places
    .filter((path) => existsSync(path) && statSync(path).isFile())
    .map((path) => ({ path, readable: isReadable(path), copies: rotatedCopies(path) }));
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
