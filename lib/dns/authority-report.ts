// Defined where the words about it are, which may not look up here.
export type { AuthorityAnswer, AuthorityReason, AuthorityReport } from "@/lib/spf/publish/authority-report";
