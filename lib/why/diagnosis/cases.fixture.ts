import type { Case } from "./case.fixture";
import { OTHER_CASES } from "./cases-other.fixture";
import { OWN_CASES } from "./cases-own.fixture";
import { PASSED_CASES } from "./cases-passed.fixture";
import { RECORD_CASES } from "./cases-record.fixture";

/** Messages of all kinds. */
export const CASES: Case[] = [...PASSED_CASES, ...RECORD_CASES, ...OWN_CASES, ...OTHER_CASES];
