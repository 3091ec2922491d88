import { z } from "zod";

/** What an account may do: a viewer reads, an admin also changes. */
export const ROLES = ["admin", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: unknown): text is Role {
  return (ROLES as readonly unknown[]).includes(text);
}

const PLAIN = /^[a-z0-9][a-z0-9._-]{0,63}$/i;
const ADDRESS = z.email().max(254);

/** The address an account is kept under: its name where that is one, else a made one (RFC 2606 section 2) nobody sees. */
export function emailOf(name: string): string {
  const lower = name.trim().toLowerCase();
  return lower.includes("@") ? lower : `${lower}@account.invalid`;
}

/** Whether a name can be an account's: an e-mail address, or letters, digits, ".", "_" and "-". */
export function isAccountName(name: string): boolean {
  return (name.includes("@") || PLAIN.test(name)) && ADDRESS.safeParse(emailOf(name)).success;
}
