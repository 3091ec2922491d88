import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { hitHref } from "@/components/lists/hit-href";
import { SearchHits } from "@/components/lists/search-hits";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { DatabaseFault } from "@/lib/db/faults";
import { askReader } from "@/lib/queries/ask";
import { search } from "@/lib/queries/search";
import { ask } from "../database";
import { type PageProps, readView } from "../page-view";
import { signedIn } from "../signed-in";

export const dynamic = "force-dynamic";

export default async function Page({ searchParams }: PageProps) {
  const person = await signedIn();
  const parameters = await searchParams;
  const text = ([parameters.q].flat()[0] ?? "").slice(0, 255);
  const again = `/search?q=${encodeURIComponent(text)}`;
  if (person instanceof DatabaseFault) return <DatabaseTrouble fault={person} again={again} />;
  const hits = await ask((reader) => search(askReader(reader), text));
  if (hits instanceof DatabaseFault) return <DatabaseTrouble fault={hits} again={again} />;
  const { view } = readView("/", {});
  // There is nothing to choose.
  if (hits.length === 1) redirect(hitHref(hits[0]!));
  return <SearchHits text={text} hits={hits} view={view} />;
}

export async function generateMetadata() {
  return { title: (await getTranslations("search"))("label") };
}
