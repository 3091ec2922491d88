import type { EvidenceWords } from "../words";
import { count, list, phrase, trouble } from "./phrase";

/** What was found out at a term, in English. */
export const evidence: EvidenceWords = {
  macro: (before, after) => phrase`${before} becomes ${after}.`,
  cutMacro: (before, after) =>
    phrase`${before} becomes ${after}, after labels were taken off its left to keep to 253 characters.`,
  noName: (name, type) => phrase`DNS has no name ${name}, so there is no ${[type]} record.`,
  noData: (name, type) => phrase`${name} has no ${[type]} record.`,
  noAnswer: (name, type, reason) =>
    phrase`DNS gave no answer for the ${[type]} record of ${name} (${trouble(reason)}).`,
  moreQuestions: (more) => phrase`${count(more, "more question")} came to nothing in the same way.`,
  exists: (name) => phrase`${name} has an A record.`,
  hosts: ({ found, used, limit }) =>
    found > limit
      ? phrase`mx has ${count(found, "host")}; at most ${limit} are allowed, so none was looked at.`
      : phrase`mx has ${count(found, "host")}; ${used} ${[used === 1 ? "was" : "were"]} looked at, of at most ${limit}.`,
  clientNames: (names, { found, used, limit }) =>
    found > used
      ? phrase`The client's address has ${count(found, "name")} (${list(names)}); ${used} were considered, of at most ${limit}.`
      : phrase`The client's address has ${count(found, "name")} (${list(names)}), of at most ${limit} to be considered.`,
  isAddress: (ip, address, host) =>
    host === null ? phrase`${ip} is ${address}.` : phrase`${ip} is an address of ${host}.`,
  isInNetwork: (ip, network, host) =>
    host === null
      ? phrase`${ip} is in ${network}.`
      : phrase`${ip} is in ${network}, the network around an address of ${host}.`,
  isNotAddress(ip, addresses, host) {
    const all = addresses.shown.length + addresses.more;
    const are =
      all === 1 ? phrase`${ip} is not ${list(addresses)}` : phrase`${ip} is none of ${list(addresses)}`;
    if (host === null) return phrase`${are}.`;
    return phrase`${are}, ${[all === 1 ? "an address" : "the addresses"]} of ${host}.`;
  },
  isNotInNetwork(ip, networks, host) {
    const all = networks.shown.length + networks.more;
    const are =
      all === 1 ? phrase`${ip} is not in ${list(networks)}` : phrase`${ip} is in none of ${list(networks)}`;
    if (host === null) return phrase`${are}.`;
    const around = all === 1 ? ["the network around an address"] : ["the networks around the addresses"];
    return phrase`${are}, ${around} of ${host}.`;
  },
  moreHosts: (more) => phrase`The same holds for the addresses of ${count(more, "more host")}.`,
  decisions: {
    "void-mx": () =>
      phrase`No host of mx has an address of the client's IP version. RFC 7208 counts terms, so this is one void lookup, however many hosts there are.`,
    "mx-host-without-address": () =>
      phrase`A host of mx has no address of the client's IP version. As another host has one, this is not counted as a void lookup.`,
    "ptr-forward-miss": () =>
      phrase`A name of the client's address has no address itself. Someone other than the domain's owner publishes that name, so it is not counted as a void lookup.`,
    "ptr-names-ignored": () =>
      phrase`The names after the tenth were left alone, as the RFC asks; having more is no error.`,
    "ptr-dns-error": () =>
      phrase`The names of the client's address could not be had from DNS. For ptr this means no match, and not temperror.`,
    "invalid-target": ({ target, isHost }) =>
      isHost
        ? phrase`A host that mx names cannot be a name in DNS, so it was passed over.`
        : phrase`${target === null ? ["The name in question"] : phrase`${target}`} cannot be asked for in DNS: a label is empty or longer than 63 characters, or the name longer than 253. The RFC leaves open what follows; here it counts as a name that does not exist. DNS is not asked, but the term counts as a lookup.`,
    "non-ascii-local-part": () =>
      phrase`The name in question takes the sender's local part, which is not ASCII. Such a term cannot match, so nothing was looked up.`,
    "null-mx": () =>
      phrase`An MX record with “.” for its host says that the domain takes no mail. It has no address to look up, and counts as no void lookup.`,
    "other-family": ({ comparison: { ip, network } }) =>
      phrase`${ip} is an address of ${[family(ip)]} and ${network} of ${[family(network)]}; these never match.`,
  },
};

function family(address: string): string {
  return address.includes(":") ? "IPv6" : "IPv4";
}
