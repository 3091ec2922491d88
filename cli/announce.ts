import { hostname } from "node:os";
import { firstLink } from "@/lib/accounts/first-link";
import type { SignInLink } from "@/lib/accounts/links";
import { keepServedAt } from "@/lib/accounts/served-at";
import { DatabaseFault } from "@/lib/db/faults";
import { openReader } from "@/lib/db/reader";
import type { Call } from "./command";
import { ownHost, type ServedAt } from "./web-server";

/** Where people reach the pages, as an origin. */
export function originOf({ host, port }: Pick<ServedAt, "host" | "port">, url: string | null): string {
  const isEverywhere = host === "0.0.0.0" || host === "::";
  return url ?? `http://${isEverywhere ? hostname() : ownHost(host)}:${port}`;
}

/** A link as it is printed: its address on a line of its own, and until when it is good. */
export function shownLink(name: string, { token, expires }: SignInLink, origin: string): string {
  const until = `${expires.toLocaleDateString("sv")} ${expires.toLocaleTimeString("sv").slice(0, 5)}`;
  return [
    `Sign in as ${name} with this link; it works once, until ${until}:`,
    "",
    `  ${origin}/sign-in/${token}`,
    "",
  ].join("\n");
}

/** Says where the pages are served and, until someone has signed in, with which link one does. */
export async function announce({ config, out, err }: Call, address: ServedAt): Promise<void> {
  const origin = originOf(address, config.url);
  out.write(`whyspf is served at ${origin}/  (Ctrl-C ends it)\n`);
  try {
    const client = await openReader(config.databaseUrl);
    try {
      await keepServedAt(client, origin);
      const link = await firstLink(client);
      if (link === null) return;
      const line = "─".repeat(64);
      out.write(
        `\n${line}\n${shownLink(link.name, link, origin)}\nAnother one: ${LINK_COMMAND} ${link.name}\n${line}\n\n`,
      );
    } finally {
      await client.$disconnect();
    }
  } catch (error) {
    // The pages tell it, too, and go on once the database does.
    if (!(error instanceof DatabaseFault)) throw error;
    err.write(`whyspf: ${error.message}\n`);
  }
}

/** How one gets another link, up to the account's name. */
export const LINK_COMMAND = "npm run --silent whyspf -- user link";
