import type { RecordVersion } from "@/lib/queries/record-version";
import { DRAFT, OLD } from "../publish/publish.fixture";
import { NOW } from "../traffic/traffic.fixture";

const HOUR = 3_600_000;

/** A version with some of it changed. */
export function version(changed: Partial<RecordVersion> = {}): RecordVersion {
  return {
    id: 3,
    domain: "example.com",
    text: DRAFT,
    kind: "draft",
    note: "",
    by: "hana",
    time: NOW,
    ...changed,
  };
}

/** A draft, the draft before it, and what was published first. */
export const VERSIONS: RecordVersion[] = [
  version({ note: "새 뉴스레터 서버 추가" }),
  version({ id: 2, text: "v=spf1 mx ip4:198.51.100.1 ~all", by: "minsu", time: NOW - HOUR }),
  version({ id: 1, text: OLD, kind: "published", by: null, time: NOW - 90 * HOUR }),
];
