import { isDemoName } from "@/lib/demo/demo-resolver";
import { isAllDemo } from "@/lib/queries/is-demo";
import { ask } from "./database";

/** For so long it is remembered, and so long a database that gives no answer is waited for; ms. */
const FRESH = 5_000;
const WAIT = 2_000;

// On globalThis, since the page and the route handlers are bundled apart.
const shared = globalThis as { whyspfDemo?: { since: number; demo: boolean | Promise<boolean> } };

/** Whether the database is the demo's, as of some seconds ago; at once where that is known. Never throws. */
export function isDemoDatabase(now = Date.now()): boolean | Promise<boolean> {
  const known = shared.whyspfDemo;
  if (known !== undefined && now - known.since < FRESH) return known.demo;
  const found = ask(isAllDemo).then(
    (demo) => demo === true,
    () => false,
  );
  const asked = Promise.race([found, late()]);
  const fresh: { since: number; demo: boolean | Promise<boolean> } = { since: now, demo: asked };
  shared.whyspfDemo = fresh;
  asked.then((demo) => {
    fresh.demo = demo;
  });
  return asked;
}

function late(): Promise<boolean> {
  return new Promise((resolve) => setTimeout(resolve, WAIT, false).unref());
}

/** Whether what is said of a domain comes from the demo's zone, and not from the DNS. */
export async function isDemoDomain(domain: string | null): Promise<boolean> {
  return domain !== null && isDemoName(domain) && (await isDemoDatabase());
}
