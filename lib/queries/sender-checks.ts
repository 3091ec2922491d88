import { overlayResolver } from "@/lib/dns/overlay-resolver";
import { ipHex, networkAround } from "@/lib/net/network";
import { readClientAddress } from "@/lib/spf/address";
import { type CheckResult, checkHost } from "@/lib/spf/check-host";
import { isUnder } from "@/lib/spf/domain-name";
import {
  isOfProvider,
  type Provider,
  providerOfInclude,
  providersHolding,
  providersNamed,
} from "@/lib/spf/draft/providers";
import { usesOf } from "@/lib/spf/replay/uses";
import type { Resolver } from "@/lib/spf/resolver";
import type { SpfResult } from "@/lib/spf/result";
import type { SenderChecks, SenderFacts } from "@/lib/spf/senders/sender";
import { clientNames } from "@/lib/why/client-names";
import { forwardingName } from "@/lib/why/diagnosis/host-names";
import { inTurns } from "./in-turns";
import { ownHosts } from "./own-hosts";

/** What clients are held against. */
export interface CheckContext {
  domain: string;
  /** The draft's text; null where it is what is published. */
  draft: string | null;
  isPublishedOpen: boolean;
  resolver: Resolver;
  providers: Provider[];
  clock: () => number;
}

/**
 * What DNS says of senders; `isComplete` unless it left open what the domain's hosts are, or what a record says.
 * `isByMessage` where a verdict hangs on macros of the sender or of the HELO name: it is that of postmaster and of the
 * name said most, and other messages of the same client may end otherwise; `isDraftByMessage` where that of the draft does.
 * `hasExchanger` is null where DNS did not say whether the domain has one that receives mail (RFC 7505).
 */
export interface CheckedSenders {
  checks: SenderChecks[];
  isComplete: boolean;
  isByMessage: boolean;
  isDraftByMessage: boolean;
  hasExchanger: boolean | null;
}

/** Questions at the same time. */
const AT_ONCE = 8;
/** Of so many clients, those that come first, names are asked for. */
const NAMED = 100;
const MOST_PROVIDERS = 3;

type Verdict = { result: SpfResult | null; term: string | null; uses: number };
type FoundProvider = Omit<NonNullable<SenderChecks["provider"]>, "mx">;
type Names = Pick<SenderChecks, "confirmedNames" | "areNamesKnown" | "forwarderName">;

/** Asks DNS about senders. What matters most is asked first, for what may be asked is bounded; it never throws. */
export async function checkSenders(senders: SenderFacts[], context: CheckContext): Promise<CheckedSenders> {
  const { domain, draft, resolver, providers } = context;
  const hosts = await ownHosts(domain, resolver, providers);
  const published = await verdicts(senders, context, null);
  const drafted = draft === null ? published : await verdicts(senders, context, draft);
  const names = await namesOf(senders, resolver);
  const found = await inTurns([...senders.keys()], AT_ONCE, (at) =>
    providerOf(senders[at]!.ip, names[at]!.confirmedNames, published[at]!, context),
  );
  const checks = senders.map(({ ip }, at): SenderChecks => {
    const digits = ipHex(ip);
    const own = { a: hosts.a.has(ip), mx: hosts.mx.has(ip) };
    return {
      ...names[at]!,
      isOwnHost: own.a || own.mx,
      hostTerm: hosts.terms.find((term) => own[term]) ?? null,
      isNearOwnHost: digits !== null && hosts.networks.has(networkAround(digits)),
      published: published[at]!.result,
      publishedTerm: published[at]!.term,
      draft: drafted[at]!.result,
      draftTerm: drafted[at]!.term,
      isPublishedOpen: context.isPublishedOpen,
      provider: withExchanger(found[at]!, hosts.exchangers),
    };
  });
  const all = [...published, ...drafted];
  const isComplete = hosts.isKnown && all.every(({ result }) => result !== null);
  const isByMessage = (said: Verdict[]) => said.some(({ uses }) => uses !== 0);
  return {
    checks,
    isComplete,
    isByMessage: isByMessage(all),
    isDraftByMessage: isByMessage(drafted),
    hasExchanger: hosts.exchangers.length > 0 || (hosts.isKnown ? false : null),
  };
}

function verdicts(senders: SenderFacts[], context: CheckContext, text: string | null): Promise<Verdict[]> {
  return inTurns(senders, AT_ONCE, ({ ip, helos }) => verdict(ip, helos[0] ?? context.domain, text, context));
}

/** A temporary error is one of DNS, which may say something else at another time. */
async function verdict(
  ip: string,
  helo: string,
  text: string | null,
  { domain, resolver, clock }: CheckContext,
): Promise<Verdict> {
  const asked = text === null ? resolver : overlayResolver(resolver, [[domain, [text]]]);
  const request = { ip, domain, sender: `postmaster@${domain}`, helo };
  const { result, mechanism, trace }: CheckResult = await checkHost(request, asked, { clock, trace: true });
  const uses = usesOf(trace?.root ?? null);
  return { result: result === "temperror" ? null : result, term: mechanism, uses };
}

function namesOf(senders: SenderFacts[], resolver: Resolver): Promise<Names[]> {
  return inTurns([...senders.keys()], AT_ONCE, async (at) => {
    if (at >= NAMED) return { confirmedNames: [], areNamesKnown: false, forwarderName: null };
    let areNamesKnown = true;
    const watched: Resolver = {
      async resolve(name, type) {
        const answer = await resolver.resolve(name, type);
        if (answer.status === "error") areNamesKnown = false;
        return answer;
      },
    };
    const confirmedNames = await clientNames(senders[at]!.ip, watched);
    const forwarderName = confirmedNames.find((name) => forwardingName(name) !== null) ?? null;
    return { confirmedNames, areNamesKnown, forwarderName };
  });
}

function withExchanger(found: FoundProvider | null, exchangers: string[]): SenderChecks["provider"] {
  if (found === null) return null;
  return { ...found, mx: exchangers.find((host) => isOfProvider(host, found.include)) ?? null };
}

/** Its include must pass the client today: a catalogue grows old, and names within a provider's domain may be customers'. */
async function providerOf(
  ip: string,
  names: string[],
  published: Verdict,
  context: CheckContext,
): Promise<FoundProvider | null> {
  const { domain, providers } = context;
  const address = readClientAddress(ip);
  if (address === null) return null;
  const isOthers = ({ include }: Provider) => !isUnder(include, domain);
  const listed =
    published.result === "pass" ? /^\+?include:(.+)$/i.exec(published.term ?? "")?.[1] : undefined;
  const named = listed === undefined ? null : providerOfInclude(listed, providers);
  if (named !== null && isOthers(named)) return { name: named.name, include: named.include, isProven: true };
  const holding = providersHolding(address, providers).filter(isOthers);
  const candidates = [...holding, ...providersNamed(names, providers).filter(isOthers)];
  for (const { name, include } of candidates.slice(0, MOST_PROVIDERS)) {
    const { result } = await verdict(ip, domain, `v=spf1 include:${include} -all`, context);
    if (result === "pass") return { name, include, isProven: true };
  }
  const [first] = holding;
  return first === undefined ? null : { name: first.name, include: first.include, isProven: false };
}
