import type { Problem, SpfRecord, Term } from "../record";
import type { Finding } from "./finding";
import { ADDRESS_REPAIRS } from "./repair-addresses";
import { HOST_REPAIRS } from "./repair-hosts";
import { NAME_REPAIRS } from "./repair-names";
import { PREFIX_REPAIRS } from "./repair-prefixes";
import { SEPARATION_REPAIRS } from "./repair-separation";

/** A term with problems, and where it stands. */
export interface Broken {
  record: SpfRecord;
  index: number;
  term: Term;
  problems: Problem[];
}

/** What a term was probably meant to be; null where it does not look so. */
export type Repair = (broken: Broken) => Finding[] | null;

/** Tried one after the other; the first that applies explains the term. */
export const REPAIRS: Repair[] = [
  ...SEPARATION_REPAIRS,
  ...HOST_REPAIRS,
  ...ADDRESS_REPAIRS,
  ...PREFIX_REPAIRS,
  ...NAME_REPAIRS,
];
