import { createHash } from "node:crypto";

/** A short hash of bytes, to know a log again. */
export function fingerprint(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
}
