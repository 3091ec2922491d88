import { getLocale } from "next-intl/server";
import { NeedsDomain } from "@/components/records/needs-domain";
import { ReplayView } from "@/components/records/replay/replay-view";
import type { ShownReplay } from "@/components/records/replay/shown-replay";
import { ownZone } from "../i18n/request";
import { readLanguage } from "../language";
import type { Desk } from "./desk";
import { replayJob } from "./replays";

/** The draft held against stored mail, for people who are signed in. */
export async function ReplayPanel({ desk: { address, domain, draft } }: { desk: Desk }) {
  if (domain === null) return <NeedsDomain />;
  const language = readLanguage(await getLocale());
  return (
    <ReplayView
      address={address}
      domain={domain}
      draft={draft}
      job={shownReplay(address.job)}
      language={language}
      zone={ownZone()}
    />
  );
}

function shownReplay(id: string | null): ShownReplay {
  if (id === null) return { state: "none" };
  if (id === "busy") return { state: "busy" };
  return replayJob(id) ?? { state: "lost" };
}
