import type { Role } from "./sender";

/** The facts that a role rests on; texts are of the log or of DNS, and never to be trusted. */
export interface EvidenceValues {
  "own-host": { domain: string };
  "near-own-host": { network: string };
  /** A name within the domain that leads back to the client; one made from the address, as access lines have. */
  "own-name": { name: string; domain: string };
  "own-line": { name: string; domain: string };
  /** A confirmed name in the domain right above. */
  "kin-name": { name: string };
  /** A name that only its owner says, in HELO or reverse DNS, within the domain. */
  "claimed-name": { name: string; domain: string };
  "record-passes": { term: string };
  "private-address": { ip: string };
  /** The record passes nearly everyone. */
  "record-open": { domain: string };
  steady: { messages: number; days: number };
  exclusive: { domain: string };
  provider: { provider: string; include: string };
  /** In a network that was the provider's, but its include does not pass the client, or could not be asked. */
  "provider-unproven": { provider: string; include: string };
  /** An exchanger of the domain that is the provider's. */
  "receives-mail": { host: string };
  /** Whoever is a customer of the provider could send so. */
  "provider-untied": { provider: string };
  "few-messages": { messages: number; days: number };
  /** So many passed when they came, though the record published today allows none: users who signed in, or an older record. */
  "passed-then": { passed: number; messages: number };
  "many-domains": { domains: number };
  /** Of its messages as other domains, so many failed too. */
  "fails-elsewhere": { failed: number; messages: number };
  "other-name": { name: string };
  "forwarder-name": { name: string };
  delivered: { delivered: number; messages: number };
  fails: { failed: number; messages: number };
  "no-name": { ip: string };
  "generic-name": { name: string };
  "helo-literal": { helo: string };
  "helo-is-domain": { helo: string };
  "helo-local": { helo: string };
  "many-helos": { helos: number };
  "many-senders": { senders: number };
  burst: { messages: number; hours: number };
  refused: { refused: number; messages: number };
}

export type EvidenceKind = keyof EvidenceValues;

/** A reason for a role; `values` go into its sentence. What speaks for another role speaks against the one guessed. */
export type Evidence = {
  [K in EvidenceKind]: { kind: K; speaksFor: Role; values: EvidenceValues[K] };
}[EvidenceKind];
