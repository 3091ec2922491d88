export {
  type CheckOptions,
  type CheckRequest,
  type CheckResult,
  checkHost,
  heloRequest,
  isClientIp,
  mailfromRequest,
} from "./check-host";
export { parseRecord } from "./parse";
export type { Problem, ProblemCode, SpfRecord, Term } from "./record";
export type { Answer, DnsRecord, RecordType, Resolver } from "./resolver";
export { readSpfResult, SPF_RESULTS, type SpfResult } from "./result";
export { TRACE_VERSION, type Trace } from "./trace";
export { normaliseRecord, normaliseTerm, writeRecord } from "./write";
