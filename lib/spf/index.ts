export { readSpfResult, SPF_RESULTS, type SpfResult } from "./result";
