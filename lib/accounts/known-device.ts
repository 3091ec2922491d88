import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { sealOf } from "./secret";

const YEAR = 365 * 24 * 3600;

/** One cookie per account, so that a browser may be known for several. */
function nameOf(email: string): string {
  return `whyspf-device-${createHash("sha256").update(email).digest("hex").slice(0, 16)}`;
}

function sealFor(secret: string, email: string, device: string): string {
  return sealOf(secret, "known device", JSON.stringify([email, device]));
}

/** The id of a browser in which an account has signed in before, by its sealed cookie; null for any other. */
export function knownDevice(secret: string, email: string, cookieHeader: string | null): string | null {
  const start = `${nameOf(email)}=`;
  const cookies = (cookieHeader ?? "").split(/; */);
  const value = cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length);
  const [, device, seal] = /^([\w-]{22})\.([\w-]{43})$/.exec(value ?? "") ?? [];
  if (device === undefined || seal === undefined) return null;
  const right = sealFor(secret, email, device);
  return timingSafeEqual(Buffer.from(seal), Buffer.from(right)) ? device : null;
}

/** A Set-Cookie line by which a browser is known for an account from now on, as `device` where it is known already. */
export function deviceCookie(secret: string, email: string, device: string | null, secure: boolean): string {
  const id = device ?? randomBytes(16).toString("base64url");
  const value = `${id}.${sealFor(secret, email, id)}`;
  const flags = `Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return `${nameOf(email)}=${value}; ${flags}`;
}
